using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Lights;
using Suite.Tasks.Plans;
using Suite.Tasks.Rules;

namespace Suite.Tasks.Storage;

sealed class RuleConfiguration : IEntityTypeConfiguration<SupervisionRule>, IEntityTypeConfiguration<LightMark>
{
    public void Configure(EntityTypeBuilder<SupervisionRule> builder)
    {
        builder.ToTable("supervision_rule").HasKey(r => new { r.Kind, r.Version });
        builder.Property(r => r.Version).ValueGeneratedNever();
        builder.Property(r => r.Light!).IsJson();
        builder.Property(r => r.Deadline!).IsJson();
        builder.Property(r => r.Reminder!).IsJson();
        builder.Property(r => r.Score!).IsJson();
        builder.Property(r => r.Handling!).IsJson();
        builder.Ignore(r => r.Name);
    }

    public void Configure(EntityTypeBuilder<LightMark> builder)
    {
        builder.ToTable("light_mark").HasKey(m => new { m.PlanId, m.TaskNumber, m.Ordinal });
        builder.HasOne<PlanTask>().WithMany().HasForeignKey(m => new { m.PlanId, m.TaskNumber });
        builder.Property(m => m.Ordinal).ValueGeneratedNever();
        builder.Ignore(m => m.Task);
    }
}
