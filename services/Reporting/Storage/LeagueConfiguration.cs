using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suite.Reporting.Leagues;
using Suite.ServiceDefaults.Storage;

namespace Suite.Reporting.Storage;

sealed class LeagueConfiguration : IEntityTypeConfiguration<LeagueAsk>, IEntityTypeConfiguration<LeagueSheet>
{
    public void Configure(EntityTypeBuilder<LeagueAsk> ask)
    {
        ask.ToTable("league_ask").HasKey(a => new { a.Plan, a.League, a.Period, a.Time, a.Heard });
        ask.HasOne<LeagueSheet>().WithMany().HasForeignKey(a => a.Sheet).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<LeagueSheet> sheet)
    {
        sheet.ToTable("league_sheet").HasKey(s => s.Hash);
        sheet.Property(s => s.Table).IsJson();
    }
}
