using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suite.Reporting.Reports;
using Suite.ServiceDefaults.Storage;

namespace Suite.Reporting.Storage;

sealed class ReportConfiguration :
    IEntityTypeConfiguration<FrozenReport>, IEntityTypeConfiguration<FrozenDocument>, IEntityTypeConfiguration<FrozenFigure>
{
    public void Configure(EntityTypeBuilder<FrozenReport> report)
    {
        report.ToTable("report").HasKey(r => r.Id);
        report.HasIndex(r => new { r.Issuer, r.Year, r.Number }).IsUnique();
        // The list, newest first, of all plans and of one.
        report.HasIndex(r => new { r.CreateTime, r.Id });
        report.HasIndex(r => new { r.Plan, r.CreateTime, r.Id });
    }

    public void Configure(EntityTypeBuilder<FrozenDocument> document)
    {
        document.ToTable("report_document").HasKey(d => d.ReportId);
        document.HasOne<FrozenReport>().WithOne().HasForeignKey<FrozenDocument>(d => d.ReportId);
    }

    public void Configure(EntityTypeBuilder<FrozenFigure> figure)
    {
        figure.ToTable("report_figure").HasKey(f => new { f.ReportId, f.Ordinal });
        figure.HasOne<FrozenReport>().WithMany().HasForeignKey(f => f.ReportId);
        figure.Property(f => f.Sources).IsJson();
    }
}
