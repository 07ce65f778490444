using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Suite.Tasks.Progress;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Calendar;

/// <summary>
/// Puts the years that come with the suite into a database that does not know them: the State Council's notices, a file a year in
/// Calendar/Years. Later years come by CreateCalendarYear.
/// </summary>
public sealed class OfficialYears(IServiceScopeFactory scopes, TimeProvider clock) : IHostedService
{
    static readonly Actor Maker = new("suite", "suite");

    public static IReadOnlyList<YearFacts> All { get; } = [.. Read().OrderBy(y => y.Year)];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await FillAsync(scope.ServiceProvider.GetRequiredService<TasksDbContext>(), clock.GetUtcNow(), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Replicas may do so at once: the lock lets one of them.</summary>
    public static async Task FillAsync(TasksDbContext db, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('calendars'))", cancellation);
        var present = await db.CalendarYears.Select(y => y.Year).Distinct().ToListAsync(cancellation);
        var missing = All.Where(y => !present.Contains(y.Year)).Select(y => CalendarYear.Make(1, y, Maker, now)).ToList();
        if (missing.Count == 0) return;
        db.CalendarYears.AddRange(missing);
        foreach (var year in missing) db.Audit(new(now, Maker.Account, "CreateCalendarYear", year.Name, JsonSerializer.Serialize(new { builtIn = true })));
        await db.CommitAsync(cancellation);
    }

    static IEnumerable<YearFacts> Read()
    {
        var assembly = typeof(OfficialYears).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.Contains(".Calendar.Years.", StringComparison.Ordinal)))
        {
            using var file = assembly.GetManifestResourceStream(name)!;
            yield return JsonSerializer.Deserialize<YearFacts>(file, JsonSerializerOptions.Web) ?? throw new JsonException($"{name} says nothing.");
        }
    }
}
