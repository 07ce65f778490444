using Microsoft.EntityFrameworkCore;
using Suite.Messaging;
using Suite.Reporting.Facts;
using Suite.Reporting.Reports;
using Suite.ServiceDefaults.Storage;

namespace Suite.Reporting.Storage;

public sealed class ReportingDbContext(DbContextOptions<ReportingDbContext> options) : SuiteDbContext(options)
{
    public DbSet<KnownPlan> Plans => Set<KnownPlan>();

    public DbSet<KnownTask> Tasks => Set<KnownTask>();

    public DbSet<Acknowledgement> Acknowledgements => Set<Acknowledgement>();

    public DbSet<ReportStep> ReportSteps => Set<ReportStep>();

    public DbSet<AcceptedReport> AcceptedReports => Set<AcceptedReport>();

    public DbSet<FrozenReport> Reports => Set<FrozenReport>();

    public DbSet<FrozenDocument> Documents => Set<FrozenDocument>();

    public DbSet<FrozenFigure> Figures => Set<FrozenFigure>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.AddMessaging();
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ReportingDbContext).Assembly);
    }
}
