using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suite.Indicators.Figures;
using Suite.Indicators.Imports;
using Suite.Indicators.Rules;
using Suite.ServiceDefaults.Storage;

namespace Suite.Indicators.Storage;

sealed class FigureConfiguration : IEntityTypeConfiguration<FigureSource>, IEntityTypeConfiguration<Rule>, IEntityTypeConfiguration<KeptMapping>
{
    public void Configure(EntityTypeBuilder<FigureSource> source)
    {
        source.ToTable("figure_source").HasKey(s => s.Number);
        source.Property(s => s.Number).UseIdentityAlwaysColumn();
    }

    public void Configure(EntityTypeBuilder<Rule> rule) => rule.ToTable("validation_rule").HasKey(r => r.Id);

    public void Configure(EntityTypeBuilder<KeptMapping> mapping)
    {
        mapping.ToTable("import_mapping").HasKey(m => m.Id);
        mapping.HasIndex(m => m.Heading);
        mapping.Property(m => m.Mapping).IsJson();
    }
}
