using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suite.Tasks.Assignments;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Storage;

sealed class AssignmentConfiguration : IEntityTypeConfiguration<Assignment>
{
    static readonly string[] Owner = ["PlanId", "TaskNumber", "UnitId"];

    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.ToTable("assignment").HasKey(a => new { a.PlanId, a.TaskNumber, a.UnitId });
        builder.HasOne<PlanTask>().WithMany().HasForeignKey(a => new { a.PlanId, a.TaskNumber });
        builder.Property(a => a.Version).IsRowVersion();
        builder.Ignore(a => a.State).Ignore(a => a.Name);
        builder.OwnsMany(a => a.Changes, change =>
        {
            change.ToTable("assignment_change").WithOwner().HasForeignKey(Owner);
            change.HasKey([.. Owner, nameof(AssignmentChange.Ordinal)]);
            change.Property(c => c.Ordinal).ValueGeneratedNever();
        });
        builder.Navigation(a => a.Changes).HasField("_changes");
        builder.HasIndex(a => a.PredecessorIds).HasMethod("gin");
        builder.HasIndex(a => new { a.UnitId, a.PlanId, a.TaskNumber });
        // The board asks for the units that lead among the many that do not.
        builder.HasIndex(a => new { a.PlanId, a.Role }).IncludeProperties(a => new { a.UnitId, a.UnitName, a.WithdrawnAt });
    }
}
