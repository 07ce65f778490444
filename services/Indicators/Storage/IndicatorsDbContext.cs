using Microsoft.EntityFrameworkCore;
using Suite.Indicators.Definitions;
using Suite.Indicators.Entities;
using Suite.Indicators.Figures;
using Suite.Indicators.Goals;
using Suite.Indicators.Imports;
using Suite.Indicators.Judging;
using Suite.Indicators.Leagues;
using Suite.Indicators.Rules;
using Suite.Indicators.Targets;
using Suite.Messaging;
using Suite.ServiceDefaults.Feeds;
using Suite.ServiceDefaults.Storage;

namespace Suite.Indicators.Storage;

public sealed class IndicatorsDbContext(DbContextOptions<IndicatorsDbContext> options) : SuiteDbContext(options)
{
    /// <summary>First key of the advisory locks that let one event of a task in at a time; the second is the hash of the task's name.</summary>
    const int TaskLock = 7401;

    public DbSet<Definition> Definitions => Set<Definition>();

    public DbSet<Entity> Entities => Set<Entity>();

    public DbSet<MeasureKey> MeasureKeys => Set<MeasureKey>();

    public DbSet<FigureSource> Sources => Set<FigureSource>();

    public DbSet<Rule> Rules => Set<Rule>();

    public DbSet<KeptMapping> Mappings => Set<KeptMapping>();

    public DbSet<Goal> Goals => Set<Goal>();

    public DbSet<ContradictionRow> Contradictions => Set<ContradictionRow>();

    public DbSet<LeagueRules> Leagues => Set<LeagueRules>();

    public DbSet<LightRule> LightRules => Set<LightRule>();

    public DbSet<IndicatorRow> Indicators => Set<IndicatorRow>();

    public DbSet<TaskRow> Tasks => Set<TaskRow>();

    public DbSet<TargetRow> Targets => Set<TargetRow>();

    public DbSet<ObservationRow> Observations => Set<ObservationRow>();

    /// <summary>
    /// Waits until no other transaction works on this task, and keeps the others out until this one ends. A task and a report on it
    /// that arrive at once would otherwise each miss the other.
    /// </summary>
    public Task LockTaskAsync(string task, CancellationToken cancellation) => IsShadowed
        ? Task.CompletedTask
        : Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({TaskLock}, hashtext({task}))", cancellation);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.AddMessaging();
        modelBuilder.AddFeeds();
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(IndicatorsDbContext).Assembly);
    }
}
