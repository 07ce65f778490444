using Suite.Indicators.Definitions;
using Suite.Indicators.Storage;
using Suite.ServiceDefaults.Errors;

namespace Suite.Indicators.Figures;

/// <summary>What somebody wants recorded of one series.</summary>
/// <param name="MayChangeFinal">The office may; it says why.</param>
public sealed record Recording(KnownSeries Series, IReadOnlyList<Candidate> Candidates, FigureSource Source, string Etag, bool MayChangeFinal, bool DryRun);

/// <summary>What was recorded, and what rules said to it.</summary>
public sealed record Recorded(IReadOnlyList<Figure> Figures, IReadOnlyList<Doubt> Doubts);

/// <summary>Records figures of one series. Adds to the current transaction.</summary>
public sealed class FigureDesk(IndicatorsDbContext db, FigureStore store, FigureIntake intake, SeriesEtags etags, CityCalendar calendar, TimeProvider clock)
{
    /// <exception cref="ProblemException">STALE_ETAG, CONTRADICTING_FIGURE, FIGURES_REFUSED, COMMENT_NEEDED, ILLEGAL_STEP, INVALID_FIELD.</exception>
    public async Task<Recorded> RecordAsync(Recording recording, CancellationToken cancellation)
    {
        var (series, candidates) = (recording.Series, recording.Candidates);
        // From here to the end of the transaction nobody else records: what is checked is what stands when it is written.
        if (!recording.DryRun) await store.ReserveAsync(0, cancellation);
        if (recording.Etag.Length > 0 && recording.Etag != await etags.OfAsync(series, cancellation)) throw Problems.StaleEtag("series", series.Name);
        var frame = await intake.FrameAsync(calendar.Today, [Recordable(series).Id], cancellation);
        var checkedIn = await intake.CheckAsync(frame, candidates, cancellation);
        var doubts = checkedIn.Doubts.Concat(await intake.SumsAsync(frame, checkedIn.New, cancellation)).ToList();
        Refusals.Check(checkedIn.Contradictions, doubts, "", c => $"figures[{c.Row}]");
        await CheckRevisionsAsync(recording, checkedIn.New, cancellation);
        var now = Micro(clock.GetUtcNow());
        if (!recording.DryRun && checkedIn.New.Count > 0)
        {
            db.Add(recording.Source);
            await db.SaveChangesAsync(cancellation);
        }

        var change = recording.DryRun ? 0 : await store.ReserveAsync(checkedIn.New.Count, cancellation);
        var figures = checkedIn.New.Select((c, at) => c.At(now, change + at + 1, change + at + 1, recording.Source.Number)).ToList();
        if (!recording.DryRun) await store.WriteAsync(figures, cancellation);
        return new(figures, doubts);
    }

    /// <summary>PostgreSQL keeps microseconds.</summary>
    public static DateTimeOffset Micro(DateTimeOffset time) => new(time.UtcTicks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    async Task CheckRevisionsAsync(Recording recording, IReadOnlyList<Candidate> fresh, CancellationToken cancellation)
    {
        if (fresh.Count == 0) return;
        var series = recording.Series;
        var before = (await store.LatestAsync(new CellBlock([series.Measure], [series.EntityNumber], [.. fresh.Select(c => c.Period.Code)]), cancellation)).ToDictionary(f => f.Cell);
        foreach (var candidate in fresh.Where(c => before.ContainsKey(c.Cell)))
        {
            if (before[candidate.Cell].Status == FigureStatus.Final && !recording.MayChangeFinal)
                throw Problems.IllegalStep("figure", $"{series.Name} {candidate.Period}", "final", "be changed but by the office");
            if (recording.Source.Why.Length == 0)
                throw Problems.InvalidField("why", $"must say why what is recorded for {candidate.Period} is revised.");
        }
    }

    /// <exception cref="ProblemException">ILLEGAL_STEP or INVALID_FIELD.</exception>
    public static Definition Recordable(KnownSeries series)
    {
        if (series is not { Definition: { } definition, Entity: { } entity }) throw Problems.IllegalStep("series", series.Name, "told by accepted reports", "be recorded");
        if (definition.IsComputed) throw Problems.IllegalStep("definition", DefinitionBook.Prefix + definition.Id, "worked out by its formula", "be recorded");
        return definition.IsAbout(entity.Kind) ? definition : throw Problems.InvalidField("series", $"must be of an entity the indicator is about: {string.Join(", ", definition.EntityKinds)}.");
    }
}
