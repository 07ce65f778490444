using Microsoft.EntityFrameworkCore;
using Suite.Messaging;
using Suite.Reporting.Facts;
using Suite.Reporting.Leagues;
using Suite.Reporting.Reports;
using Suite.Reporting.Runs;
using Suite.Reporting.Templates;
using Suite.ServiceDefaults.Storage;

namespace Suite.Reporting.Storage;

public sealed class ReportingDbContext(DbContextOptions<ReportingDbContext> options) : SuiteDbContext(options)
{
    public DbSet<KnownPlan> Plans => Set<KnownPlan>();

    public DbSet<KnownTask> Tasks => Set<KnownTask>();

    public DbSet<Acknowledgement> Acknowledgements => Set<Acknowledgement>();

    public DbSet<ReportStep> ReportSteps => Set<ReportStep>();

    public DbSet<AcceptedReport> AcceptedReports => Set<AcceptedReport>();

    public DbSet<LightChange> LightChanges => Set<LightChange>();

    public DbSet<AdjustmentStep> AdjustmentSteps => Set<AdjustmentStep>();

    public DbSet<CaseStep> CaseSteps => Set<CaseStep>();

    public DbSet<OfficeSheet> OfficeSheets => Set<OfficeSheet>();

    public DbSet<LeagueAsk> LeagueAsks => Set<LeagueAsk>();

    public DbSet<LeagueSheet> LeagueSheets => Set<LeagueSheet>();

    public DbSet<PlanChange> PlanChanges => Set<PlanChange>();

    public DbSet<PlanState> PlanStates => Set<PlanState>();

    public DbSet<ReportRecord> Reports => Set<ReportRecord>();

    public DbSet<ReportMilestone> Milestones => Set<ReportMilestone>();

    public DbSet<ReportDownload> Downloads => Set<ReportDownload>();

    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<Run> Runs => Set<Run>();

    public DbSet<RunItem> RunItems => Set<RunItem>();

    public DbSet<Schedule> Schedules => Set<Schedule>();

    public DbSet<TemplateRecord> Templates => Set<TemplateRecord>();

    public DbSet<PassageEdit> Edits => Set<PassageEdit>();

    public DbSet<FrozenDocument> Documents => Set<FrozenDocument>();

    public DbSet<FrozenFigure> Figures => Set<FrozenFigure>();

    /// <summary>First key of the advisory locks that let one event of a task or report in at a time; the second is the hash of its name.</summary>
    const int FactLock = 7502;

    /// <summary>Two messages that tell the same at once would otherwise each take the other for not heard of.</summary>
    public Task LockFactAsync(string resource, CancellationToken cancellation) => IsShadowed ? Task.CompletedTask :
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({FactLock}, hashtext({resource}))", cancellation);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.AddMessaging();
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ReportingDbContext).Assembly);
    }
}
