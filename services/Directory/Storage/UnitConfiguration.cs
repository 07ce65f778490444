using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suite.Directory.Changes;
using Suite.Directory.Groups;
using Suite.Directory.People;
using Suite.Directory.Units;

namespace Suite.Directory.Storage;

static class UnitConfiguration
{
    /// <summary>Identifiers sort by their bytes, whatever the database's language: pages and members come in that order.</summary>
    public const string ById = "C";

    public static void ConfigureUnits(this ModelBuilder model)
    {
        model.Entity<Unit>(ConfigureUnit);
        model.Entity<UnitPast>(ConfigurePast);
        model.Entity<UnitGroup>(ConfigureGroup);
        model.Entity<GroupMember>(member =>
        {
            member.ToTable("group_member").HasKey(m => new { m.GroupId, m.UnitId, m.Since });
            member.Property(m => m.GroupId).UseCollation(ById);
            member.Property(m => m.UnitId).UseCollation(ById);
            member.HasOne<UnitGroup>().WithMany().HasForeignKey(m => m.GroupId).OnDelete(DeleteBehavior.Cascade);
            member.HasOne<Unit>().WithMany().HasForeignKey(m => m.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<GroupNesting>(nesting =>
        {
            nesting.ToTable("group_nesting").HasKey(n => new { n.GroupId, n.InnerId, n.Since });
            nesting.Property(n => n.GroupId).UseCollation(ById);
            nesting.Property(n => n.InnerId).UseCollation(ById);
            nesting.HasOne<UnitGroup>().WithMany().HasForeignKey(n => n.GroupId).OnDelete(DeleteBehavior.Restrict);
            nesting.HasOne<UnitGroup>().WithMany().HasForeignKey(n => n.InnerId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Person>(person =>
        {
            person.ToTable("person").HasKey(p => p.Id);
            person.Property(p => p.Id).UseCollation(ById);
        });
        model.ConfigurePosts();
        model.Entity<DirectoryChange>(change =>
        {
            change.ToTable("directory_change").HasKey(c => c.Revision);
            change.Property(c => c.Revision).ValueGeneratedNever();
        });
        model.Entity<DirectoryRevision>(revision =>
        {
            revision.ToTable("directory_revision").HasKey(r => r.Id);
            revision.Property(r => r.Id).ValueGeneratedNever();
            revision.HasData(new DirectoryRevision());
        });
    }

    static void ConfigureUnit(EntityTypeBuilder<Unit> unit)
    {
        unit.ToTable("unit").HasKey(u => u.Id);
        unit.Property(u => u.Id).UseCollation(ById);
        unit.Property(u => u.ParentId).UseCollation(ById);
        unit.Property(u => u.HostId).UseCollation(ById);
        unit.Property(u => u.Kind).HasConversion<UnitKindConverter>();
        unit.HasIndex(u => new { u.Kind, u.Id });
        unit.HasIndex(u => new { u.ParentId, u.Id });
        unit.HasOne<Unit>().WithMany().HasForeignKey(u => u.ParentId).OnDelete(DeleteBehavior.Restrict);
        unit.HasOne<Unit>().WithMany().HasForeignKey(u => u.HostId).OnDelete(DeleteBehavior.Restrict);
    }

    static void ConfigurePast(EntityTypeBuilder<UnitPast> past)
    {
        past.ToTable("unit_past").HasKey(p => new { p.UnitId, p.Until });
        past.Property(p => p.UnitId).UseCollation(ById);
        past.Property(p => p.ParentId).UseCollation(ById);
        past.Property(p => p.HostId).UseCollation(ById);
        past.Property(p => p.Kind).HasConversion<UnitKindConverter>();
        past.HasIndex(p => new { p.Kind, p.UnitId });
        past.HasIndex(p => new { p.ParentId, p.UnitId });
        past.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Cascade);
    }

    static void ConfigureGroup(EntityTypeBuilder<UnitGroup> group)
    {
        group.ToTable("unit_group").HasKey(g => g.Id);
        group.Property(g => g.Id).UseCollation(ById);
        group.PrimitiveCollection(g => g.Kinds).ElementType(kind => kind.HasConversion(typeof(UnitKindConverter)));
    }
}
