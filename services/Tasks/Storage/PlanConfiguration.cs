using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Storage;

sealed class PlanConfiguration : IEntityTypeConfiguration<Plan>, IEntityTypeConfiguration<ImportedDocument>, IEntityTypeConfiguration<PlanTask>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.ToTable("plan").HasKey(p => p.Id);
        builder.Property(p => p.Version).IsRowVersion();
        builder.HasIndex(p => new { p.Year, p.Id });
        builder.HasIndex(p => p.CascadedFrom);
    }

    public void Configure(EntityTypeBuilder<ImportedDocument> builder) =>
        builder.ToTable("imported_document").HasKey(d => new { d.PlanId, d.Sha256 });

    public void Configure(EntityTypeBuilder<PlanTask> builder)
    {
        builder.ToTable("task").HasKey(t => new { t.PlanId, t.Number });
        builder.HasOne<Plan>().WithMany().HasForeignKey(t => t.PlanId);
        builder.Property(t => t.Version).IsRowVersion();
        builder.Property(t => t.Content).IsJson();
        builder.HasIndex(t => new { t.AbovePlanId, t.AboveNumber });
        builder.Ignore(t => t.CascadedFrom);
        builder.HasIndex(t => t.UnitIds).HasMethod("gin");
        builder.HasIndex(t => t.LeaderIds).HasMethod("gin");
        builder.HasIndex(t => t.SearchText).HasMethod("gin").HasOperators("gin_trgm_ops");
        builder.HasIndex(t => new { t.PlanId, t.Light, t.Number });
        builder.HasIndex(t => new { t.PlanId, t.Section, t.Number });
    }
}
