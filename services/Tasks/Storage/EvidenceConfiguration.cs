using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suite.Tasks.Evidence;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Storage;

sealed class EvidenceConfiguration : IEntityTypeConfiguration<EvidenceFile>, IEntityTypeConfiguration<EvidenceChunk>
{
    public void Configure(EntityTypeBuilder<EvidenceFile> builder)
    {
        builder.ToTable("evidence").HasKey(f => f.Id);
        builder.HasOne<ProgressReport>().WithMany().HasForeignKey(f => new { f.PlanId, f.TaskNumber, f.PeriodCode, f.UnitId });
        builder.Ignore(f => f.Name);
    }

    public void Configure(EntityTypeBuilder<EvidenceChunk> builder) => builder.ToTable("evidence_chunk").HasKey(c => new { c.EvidenceId, c.Number });
}
