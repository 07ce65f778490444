using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suite.Indicators.Definitions;
using Suite.Indicators.Entities;

namespace Suite.Indicators.Storage;

sealed class DefinitionConfiguration : IEntityTypeConfiguration<Definition>, IEntityTypeConfiguration<Entity>, IEntityTypeConfiguration<MeasureKey>
{
    public void Configure(EntityTypeBuilder<Definition> definition)
    {
        definition.ToTable("definition").HasKey(d => new { d.Id, d.Version });
        definition.Ignore(d => d.IsComputed).Ignore(d => d.Measure);
    }

    public void Configure(EntityTypeBuilder<Entity> entity)
    {
        entity.ToTable("entity").HasKey(e => e.Number);
        entity.Property(e => e.Number).UseIdentityAlwaysColumn();
        entity.HasIndex(e => e.Id).IsUnique();
        entity.HasIndex(e => e.ParentId);
        entity.Ignore(e => e.IsRegion);
    }

    public void Configure(EntityTypeBuilder<MeasureKey> key)
    {
        key.ToTable("measure_key").HasKey(k => k.Number);
        key.Property(k => k.Number).UseIdentityAlwaysColumn();
        key.HasIndex(k => k.Name).IsUnique();
    }
}
