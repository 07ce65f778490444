using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Assignments;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Storage;

sealed class ProgressConfiguration : IEntityTypeConfiguration<ProgressReport>
{
    static readonly string[] Owner = ["PlanId", "TaskNumber", "PeriodCode", "UnitId"];

    public void Configure(EntityTypeBuilder<ProgressReport> builder)
    {
        builder.ToTable("progress_report").HasKey(r => new { r.PlanId, r.TaskNumber, r.PeriodCode, r.UnitId });
        builder.HasOne<PlanTask>().WithMany().HasForeignKey(r => new { r.PlanId, r.TaskNumber });
        builder.Property(r => r.Version).IsRowVersion();
        // Before there were members' reports, all were lead units'.
        builder.Property(r => r.Role).HasDefaultValue(AssignmentRole.Lead).HasSentinel((AssignmentRole)0);
        builder.Ignore(r => r.Name).Ignore(r => r.Content).Ignore(r => r.Newest).Ignore(r => r.Etag).Ignore(r => r.Period);
        // The board counts the reports of lead units among those of many members of groups.
        builder.HasIndex(r => new { r.PlanId, r.Role }).IncludeProperties(r => new { r.TaskNumber, r.UnitId, r.Quarter, r.State, r.PeriodCode });
        builder.OwnsMany(r => r.Revisions, revision =>
        {
            revision.ToTable("report_revision").WithOwner().HasForeignKey(Owner);
            revision.HasKey([.. Owner, nameof(ReportRevision.Number)]);
            revision.Property(r => r.Number).ValueGeneratedNever();
            revision.Property(r => r.Content).IsJson();
            revision.Property(r => r.Marks).IsJson();
        });
        builder.OwnsMany(r => r.Steps, step =>
        {
            step.ToTable("report_step").WithOwner().HasForeignKey(Owner);
            step.HasKey([.. Owner, nameof(ReportStep.Ordinal)]);
            step.Property(s => s.Ordinal).ValueGeneratedNever();
        });
        builder.Navigation(r => r.Revisions).HasField("_revisions");
        builder.Navigation(r => r.Steps).HasField("_steps");
    }
}
