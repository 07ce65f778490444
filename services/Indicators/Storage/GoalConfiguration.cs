using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suite.Indicators.Goals;
using Suite.Indicators.Judging;
using Suite.Indicators.Leagues;
using Suite.Indicators.Targets;
using Suite.ServiceDefaults.Storage;

namespace Suite.Indicators.Storage;

sealed class GoalConfiguration : IEntityTypeConfiguration<Goal>, IEntityTypeConfiguration<ContradictionRow>, IEntityTypeConfiguration<LeagueRules>,
    IEntityTypeConfiguration<LightRule>
{
    public void Configure(EntityTypeBuilder<Goal> goal)
    {
        goal.ToTable("goal").HasKey(g => g.Number);
        goal.Property(g => g.Number).UseIdentityAlwaysColumn();
        goal.HasIndex(g => new { g.Measure, g.Entity });
        goal.HasIndex(g => new { g.State, g.Number });
        goal.Ignore(g => g.By).Ignore(g => g.AtMost);
    }

    public void Configure(EntityTypeBuilder<ContradictionRow> row)
    {
        row.ToTable("contradiction").HasKey(c => c.Number);
        row.Property(c => c.Number).UseIdentityAlwaysColumn();
        row.HasIndex(c => new { c.Plan, c.TaskNumber, c.Number });
    }

    public void Configure(EntityTypeBuilder<LeagueRules> rules)
    {
        rules.ToTable("league_rules").HasKey(r => new { r.Id, r.Version });
        rules.Property(r => r.Parts).IsJson();
    }

    public void Configure(EntityTypeBuilder<LightRule> rule)
    {
        rule.ToTable("light_rule").HasKey(r => r.Version);
        rule.Property(r => r.Version).ValueGeneratedNever();
    }
}
