using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suite.Reporting.Papers;
using Suite.Reporting.Reports;
using Suite.Reporting.Templates;
using Suite.ServiceDefaults.Storage;

namespace Suite.Reporting.Storage;

sealed class ReportConfiguration :
    IEntityTypeConfiguration<ReportRecord>, IEntityTypeConfiguration<ReportMilestone>, IEntityTypeConfiguration<FrozenDocument>,
    IEntityTypeConfiguration<FrozenFigure>, IEntityTypeConfiguration<PassageEdit>, IEntityTypeConfiguration<TemplateRecord>
{
    public void Configure(EntityTypeBuilder<ReportRecord> report)
    {
        report.ToTable("report").HasKey(r => r.Id);
        report.HasIndex(r => new { r.Issuer, r.Year, r.Kind, r.Number, r.Version }).IsUnique();
        report.HasIndex(r => r.Corrects);
        // The list, newest first, of all plans and of one.
        report.HasIndex(r => new { r.CreateTime, r.Id });
        report.HasIndex(r => new { r.Plan, r.CreateTime, r.Id });
        // What reports made before these columns were is: issued bulletins in their first version.
        report.Property(r => r.Kind).HasDefaultValue(PaperKind.Bulletin).HasSentinel((PaperKind)0);
        report.Property(r => r.State).HasDefaultValue(ReportState.Issued).HasSentinel((ReportState)0);
        report.Property(r => r.Version).HasDefaultValue(1).HasSentinel(0);
        report.Property(r => r.Template).HasDefaultValue("");
        report.Property(r => r.Period).HasDefaultValue("");
        report.Property(r => r.HeardBefore).HasDefaultValue(0);
        report.Property(r => r.Language).HasDefaultValue("zh-CN").HasSentinel("");
    }

    public void Configure(EntityTypeBuilder<ReportMilestone> milestone)
    {
        milestone.ToTable("report_milestone").HasKey(m => new { m.ReportId, m.Ordinal });
        milestone.HasOne<ReportRecord>().WithMany().HasForeignKey(m => m.ReportId);
    }

    public void Configure(EntityTypeBuilder<FrozenDocument> document)
    {
        document.ToTable("report_document").HasKey(d => new { d.ReportId, d.Format });
        document.Property(d => d.Format).HasDefaultValue(FileFormat.Docx).HasSentinel((FileFormat)0);
        document.HasOne<ReportRecord>().WithMany().HasForeignKey(d => d.ReportId);
    }

    public void Configure(EntityTypeBuilder<FrozenFigure> figure)
    {
        figure.ToTable("report_figure").HasKey(f => new { f.ReportId, f.Ordinal });
        figure.HasOne<ReportRecord>().WithMany().HasForeignKey(f => f.ReportId);
        figure.Property(f => f.Sources).IsJson();
    }

    public void Configure(EntityTypeBuilder<TemplateRecord> template)
    {
        template.ToTable("report_template").HasKey(t => t.Id);
        template.HasIndex(t => new { t.Kind, t.Language, t.Version }).IsUnique();
        template.HasIndex(t => new { t.CreateTime, t.Id });
    }

    public void Configure(EntityTypeBuilder<PassageEdit> edit)
    {
        edit.ToTable("report_edit").HasKey(e => new { e.ReportId, e.Key });
        edit.HasOne<ReportRecord>().WithMany().HasForeignKey(e => e.ReportId);
    }
}
