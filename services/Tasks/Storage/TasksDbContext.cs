using Microsoft.EntityFrameworkCore;
using Suite.Messaging;
using Suite.ServiceDefaults.Feeds;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Adjustments;
using Suite.Tasks.Assignments;
using Suite.Tasks.Calendar;
using Suite.Tasks.Closing;
using Suite.Tasks.Editions;
using Suite.Tasks.Evidence;
using Suite.Tasks.Instructions;
using Suite.Tasks.Lights;
using Suite.Tasks.Naming;
using Suite.Tasks.Notifications;
using Suite.Tasks.Organization;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;
using Suite.Tasks.Questions;
using Suite.Tasks.Reminders;
using Suite.Tasks.Rules;
using Suite.Tasks.Webhooks;

namespace Suite.Tasks.Storage;

public sealed class TasksDbContext(DbContextOptions<TasksDbContext> options) : SuiteDbContext(options)
{
    const int RowsAtOnce = 100;

    public DbSet<Plan> Plans => Set<Plan>();

    public DbSet<PlanTask> Tasks => Set<PlanTask>();

    public DbSet<ImportedDocument> Documents => Set<ImportedDocument>();

    public DbSet<PlanName> Names => Set<PlanName>();

    public DbSet<PlanEdition> Editions => Set<PlanEdition>();

    public DbSet<PlanChange> Changes => Set<PlanChange>();

    public DbSet<EditionTask> EditionTasks => Set<EditionTask>();

    public DbSet<PastTask> PastTasks => Set<PastTask>();

    public DbSet<Adjustment> Adjustments => Set<Adjustment>();

    public DbSet<Instruction> Instructions => Set<Instruction>();

    public DbSet<Question> Questions => Set<Question>();

    public DbSet<ClosingRequest> Closings => Set<ClosingRequest>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<KnownUnit> KnownUnits => Set<KnownUnit>();

    public DbSet<KnownGroup> KnownGroups => Set<KnownGroup>();

    public DbSet<KnownPerson> KnownPeople => Set<KnownPerson>();

    public DbSet<KnownAbsence> KnownAbsences => Set<KnownAbsence>();

    public DbSet<KnownStaff> KnownStaff => Set<KnownStaff>();

    public DbSet<EvidenceFile> Evidence => Set<EvidenceFile>();

    public DbSet<EvidenceChunk> EvidenceChunks => Set<EvidenceChunk>();

    public DbSet<ProgressReport> Reports => Set<ProgressReport>();

    public DbSet<SupervisionRule> SupervisionRules => Set<SupervisionRule>();

    public DbSet<CalendarYear> CalendarYears => Set<CalendarYear>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<NotificationRead> NotificationReads => Set<NotificationRead>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<ReminderDay> ReminderDays => Set<ReminderDay>();

    public DbSet<LightMark> LightMarks => Set<LightMark>();

    /// <summary>Imports of one plan and decisions on its editions go one after the other; the lock lasts until the transaction ends.</summary>
    public Task LockPlanAsync(string plan, CancellationToken cancellation) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext({plan}))", cancellation);

    /// <summary>Writes many rows a few at a time, so that whoever waits can be told how far it is and can give up.</summary>
    public async Task WriteAsync<T>(IReadOnlyCollection<T> rows, Func<int, int, Task> told, CancellationToken cancellation)
        where T : class
    {
        var done = 0;
        await told(done, rows.Count);
        foreach (var chunk in rows.Chunk(RowsAtOnce))
        {
            Set<T>().AddRange(chunk);
            await SaveChangesAsync(cancellation);
            await told(done += chunk.Length, rows.Count);
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.AddMessaging();
        modelBuilder.AddFeeds();
        modelBuilder.AddKeptDocuments();
        modelBuilder.HasPostgresExtension("pg_trgm");
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(TasksDbContext).Assembly);
    }
}
