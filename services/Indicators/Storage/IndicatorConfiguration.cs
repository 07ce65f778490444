using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Suite.Indicators.Storage;

sealed class IndicatorConfiguration : IEntityTypeConfiguration<IndicatorRow>, IEntityTypeConfiguration<TargetRow>, IEntityTypeConfiguration<TaskRow>
{
    public void Configure(EntityTypeBuilder<IndicatorRow> indicator)
    {
        indicator.ToTable("indicator").HasKey(i => i.Id);
        // Serves both filters of the list and its order.
        indicator.HasIndex(i => new { i.Plan, i.TaskNumber, i.Ordinal }).IsUnique();
        indicator.HasMany(i => i.Targets).WithOne().HasForeignKey(t => t.IndicatorId);
    }

    public void Configure(EntityTypeBuilder<TargetRow> target)
    {
        target.ToTable("target").HasKey(t => new { t.IndicatorId, t.Ordinal });
        target.HasIndex(t => t.Commitment);
    }

    public void Configure(EntityTypeBuilder<TaskRow> task) => task.ToTable("task").HasKey(t => t.Task);
}
