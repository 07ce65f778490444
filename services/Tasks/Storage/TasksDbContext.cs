using Microsoft.EntityFrameworkCore;
using Suite.Messaging;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Assignments;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Storage;

public sealed class TasksDbContext(DbContextOptions<TasksDbContext> options) : SuiteDbContext(options)
{
    public DbSet<Plan> Plans => Set<Plan>();

    public DbSet<PlanTask> Tasks => Set<PlanTask>();

    public DbSet<ImportedDocument> Documents => Set<ImportedDocument>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<ProgressReport> Reports => Set<ProgressReport>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.AddMessaging();
        modelBuilder.HasPostgresExtension("pg_trgm");
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(TasksDbContext).Assembly);
    }
}
