using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Editions;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Storage;

sealed class EditionConfiguration :
    IEntityTypeConfiguration<PlanEdition>, IEntityTypeConfiguration<PlanChange>, IEntityTypeConfiguration<EditionTask>, IEntityTypeConfiguration<PastTask>
{
    public void Configure(EntityTypeBuilder<PlanEdition> builder)
    {
        builder.ToTable("plan_edition").HasKey(e => new { e.PlanId, e.Number });
        builder.HasOne<Plan>().WithMany().HasForeignKey(e => e.PlanId);
        builder.Property(e => e.Number).ValueGeneratedNever();
        builder.Property(e => e.Version).IsRowVersion();
        builder.Ignore(e => e.Name).Ignore(e => e.PendingCount);
        builder.HasIndex(e => new { e.PlanId, e.DocumentSha256 });
    }

    public void Configure(EntityTypeBuilder<PlanChange> builder)
    {
        builder.ToTable("plan_change").HasKey(c => new { c.PlanId, c.Edition, c.Number });
        builder.HasOne<PlanEdition>().WithMany().HasForeignKey(c => new { c.PlanId, c.Edition });
        builder.Property(c => c.Number).ValueGeneratedNever();
        builder.Property(c => c.Version).IsRowVersion();
        builder.Property(c => c.Parts).IsJson();
        builder.Property(c => c.Likeness).HasPrecision(3, 2);
        builder.Ignore(c => c.Name);
        builder.HasIndex(c => new { c.PlanId, c.Edition, c.State, c.Number });
    }

    public void Configure(EntityTypeBuilder<EditionTask> builder)
    {
        builder.ToTable("edition_task").HasKey(t => new { t.PlanId, t.Edition, t.Number });
        builder.HasOne<PlanEdition>().WithMany().HasForeignKey(t => new { t.PlanId, t.Edition });
        builder.Property(t => t.Content).IsJson();
    }

    public void Configure(EntityTypeBuilder<PastTask> builder)
    {
        builder.ToTable("past_task").HasKey(t => new { t.PlanId, t.TaskNumber, t.Revision });
        builder.HasOne<PlanTask>().WithMany().HasForeignKey(t => new { t.PlanId, t.TaskNumber });
        builder.Property(t => t.Content).IsJson();
    }
}
