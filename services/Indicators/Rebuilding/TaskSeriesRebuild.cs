using Microsoft.EntityFrameworkCore;
using Suite.Contracts.Events.V1;
using Suite.Indicators.Storage;
using Suite.Messaging.Inbox;

namespace Suite.Indicators.Rebuilding;

/// <summary>What the feed told and how it differs from what was kept.</summary>
/// <param name="Count">How many differences there were in all.</param>
/// <param name="Differences">The first of them, with their kinds.</param>
public sealed record Rebuilt(long Events, long Unheard, long Count, IReadOnlyList<(string Kind, DifferenceRow Row)> Differences);

/// <summary>Works out anew, from the events of tasks, what this service keeps of them. Runs in the current transaction.</summary>
public sealed class TaskSeriesRebuild(IndicatorsDbContext db, EventReplay replay, TimeProvider clock)
{
    const int MostShown = 500;

    /// <summary>Events noted at once.</summary>
    const int AtOnce = 500;

    /// <summary>How much has been heard over the bus; whatever is heard later changes it.</summary>
    public Task<long> HeardAsync(CancellationToken cancellation) => db.Database.SqlQuery<long>($"""SELECT count(*) AS "Value" FROM inbox_message""").SingleAsync(cancellation);

    /// <param name="plan">plans/{plan}; empty for all.</param>
    /// <param name="heard">What <see cref="HeardAsync"/> said before the story was fetched to its end.</param>
    /// <param name="takeOver">Makes what is kept into what was told.</param>
    /// <returns>Null where something was heard meanwhile that the story may not hold: fetch on, and begin again.</returns>
    public async Task<Rebuilt?> RunAsync(TaskStory story, string plan, long heard, bool takeOver, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        // Whoever handles an event now ends before this goes on, and others wait until it has ended.
        await db.LockStoriesAsync(cancellation);
        if (await HeardAsync(cancellation) != heard) return null;
        var shadow = new Shadow(db);
        await shadow.RaiseAsync(cancellation);
        var events = await ReplayAsync(story, shadow, plan, cancellation);
        var (count, shown) = (0L, new List<(string, DifferenceRow)>());
        foreach (var table in KeptTable.All.Append(KeptTable.Figures))
        {
            var found = await shadow.DifferencesAsync(table, plan, cancellation);
            count += found.Count;
            shown.AddRange(found.Take(MostShown - shown.Count).Select(row => (table.Kind, row)));
        }

        var unheard = await shadow.UnheardAsync(cancellation);
        if (takeOver) await shadow.TakeOverAsync(plan, clock.GetUtcNow(), cancellation);
        return new(events, unheard, count, shown);
    }

    async Task<long> ReplayAsync(TaskStory story, Shadow shadow, string plan, CancellationToken cancellation)
    {
        var (count, noted) = (0L, new List<Guid>(AtOnce));
        foreach (var change in story.Read())
        {
            if (replay.Read(change.Event, change.Payload) is not { } message || (plan.Length > 0 && PlanOf(message) != plan)) continue;
            await replay.HandleAsync(message, cancellation);
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
            count++;
            noted.Add(Guid.Parse(change.Id));
            if (noted.Count < AtOnce) continue;
            await shadow.NoteAsync([.. noted], cancellation);
            noted.Clear();
        }

        await shadow.NoteAsync([.. noted], cancellation);
        return count;
    }

    static string PlanOf(object message) => message switch
    {
        TaskIssued issued => issued.Plan, TaskRevised revised => revised.State.Plan, ProgressAccepted accepted => accepted.Plan, _ => "",
    };
}
