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

    /// <summary>First key of the advisory locks that let one event of a task in at a time; the second is the hash of the task's name.</summary>
    const int TaskLock = 7502;

    /// <summary>The issue of a task and a change of it that arrive at once would otherwise each take the other for not heard of.</summary>
    public Task LockTaskAsync(string task, CancellationToken cancellation) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({TaskLock}, hashtext({task}))", cancellation);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.AddMessaging();
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ReportingDbContext).Assembly);
    }
}
