using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Suite.Indicators.Storage;

sealed class ObservationConfiguration : IEntityTypeConfiguration<ObservationRow>
{
    public void Configure(EntityTypeBuilder<ObservationRow> observation)
    {
        observation.ToTable("observation").HasKey(o => new { o.Report, o.Revision, o.Commitment });
        // Once a key by convention, it would else be left nullable.
        observation.Property(o => o.Id).IsRequired();
        observation.HasIndex(o => new { o.IndicatorId, o.AcceptTime, o.Id });
        observation.HasIndex(o => o.Task, "ix_observation_unattached").HasFilter("indicator_id IS NULL");
        observation.HasOne<IndicatorRow>().WithMany().HasForeignKey(o => o.IndicatorId);
    }
}
