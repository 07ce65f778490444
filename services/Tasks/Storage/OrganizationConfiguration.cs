using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Organization;

namespace Suite.Tasks.Storage;

sealed class OrganizationConfiguration : IEntityTypeConfiguration<KnownUnit>, IEntityTypeConfiguration<KnownGroup>, IEntityTypeConfiguration<KnownPerson>,
    IEntityTypeConfiguration<KnownAbsence>, IEntityTypeConfiguration<KnownStaff>
{
    public void Configure(EntityTypeBuilder<KnownUnit> builder)
    {
        builder.ToTable("known_unit").HasKey(u => new { u.UnitId, u.Since });
        builder.HasIndex(u => u.ParentId);
        builder.HasIndex(u => u.Until);
    }

    public void Configure(EntityTypeBuilder<KnownGroup> builder) => builder.ToTable("known_group").HasKey(g => g.GroupId);

    public void Configure(EntityTypeBuilder<KnownPerson> builder)
    {
        builder.ToTable("known_person").HasKey(p => p.PersonId);
        builder.Property(p => p.Posts).IsJson();
    }

    public void Configure(EntityTypeBuilder<KnownAbsence> builder)
    {
        builder.ToTable("known_absence").HasKey(a => new { a.PersonId, a.Since });
        builder.HasIndex(a => a.DeputyId);
    }

    public void Configure(EntityTypeBuilder<KnownStaff> builder)
    {
        builder.ToTable("known_staff").HasKey(s => s.Account);
        builder.HasIndex(s => s.UnitId);
        builder.HasIndex(s => s.PersonId);
    }
}
