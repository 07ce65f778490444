using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suite.Tasks.Assignments;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Storage;

sealed class AssignmentConfiguration : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.ToTable("assignment").HasKey(a => new { a.PlanId, a.TaskNumber, a.UnitId });
        builder.HasOne<PlanTask>().WithMany().HasForeignKey(a => new { a.PlanId, a.TaskNumber });
        builder.HasIndex(a => new { a.UnitId, a.PlanId, a.TaskNumber });
    }
}
