using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Storage;

sealed class NameConfiguration : IEntityTypeConfiguration<PlanName>
{
    public void Configure(EntityTypeBuilder<PlanName> builder)
    {
        builder.ToTable("plan_name").HasKey(n => new { n.PlanId, n.Kind, n.Text });
        builder.HasOne<Plan>().WithMany().HasForeignKey(n => n.PlanId);
        builder.Property(n => n.Id).IsRequired();
        builder.Property(n => n.Version).IsRowVersion();
        builder.Property(n => n.Found).IsJson();
        builder.HasIndex(n => new { n.PlanId, n.Id }).IsUnique();
    }
}
