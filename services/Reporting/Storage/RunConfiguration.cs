using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suite.Reporting.Reports;
using Suite.Reporting.Runs;

namespace Suite.Reporting.Storage;

sealed class RunConfiguration :
    IEntityTypeConfiguration<Run>, IEntityTypeConfiguration<RunItem>, IEntityTypeConfiguration<Schedule>, IEntityTypeConfiguration<ReportDownload>,
    IEntityTypeConfiguration<Subscription>, IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Run> run)
    {
        run.ToTable("report_run").HasKey(r => r.Id);
        run.HasIndex(r => r.State);
    }

    public void Configure(EntityTypeBuilder<RunItem> item)
    {
        item.ToTable("report_run_item").HasKey(i => new { i.RunId, i.Ordinal });
        item.HasOne<Run>().WithMany().HasForeignKey(i => i.RunId);
    }

    public void Configure(EntityTypeBuilder<Schedule> schedule) => schedule.ToTable("report_schedule").HasKey(s => s.Id);

    public void Configure(EntityTypeBuilder<ReportDownload> download)
    {
        download.ToTable("report_download").HasKey(d => d.Id);
        download.HasIndex(d => new { d.ReportId, d.Id });
        download.HasOne<ReportRecord>().WithMany().HasForeignKey(d => d.ReportId);
    }

    public void Configure(EntityTypeBuilder<Subscription> subscription) => subscription.ToTable("report_subscription").HasKey(s => s.Id);

    public void Configure(EntityTypeBuilder<Notification> notification)
    {
        notification.ToTable("report_notification").HasKey(n => new { n.SubscriptionId, n.ReportId });
        notification.HasIndex(n => new { n.Role, n.Unit, n.Time });
        notification.HasOne<ReportRecord>().WithMany().HasForeignKey(n => n.ReportId);
    }
}
