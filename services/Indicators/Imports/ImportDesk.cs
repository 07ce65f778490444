using Suite.Errors.V1;
using Suite.Indicators.Api;
using Suite.Indicators.Figures;
using Suite.Indicators.Storage;
using Suite.Indicators.V1;
using Suite.ServiceDefaults.Errors;
using Candidate = Suite.Indicators.Figures.Candidate;

namespace Suite.Indicators.Imports;

/// <summary>Imports tables of figures, some thousands at a time, all in the current transaction.</summary>
public sealed class ImportDesk(IndicatorsDbContext db, FigureStore store, FigureIntake intake, MappingBook mappings, CityCalendar calendar, TimeProvider clock)
{
    const int AtOnce = 10_000;
    const int MostFindings = 200;

    /// <exception cref="ProblemException">UNREADABLE_DOCUMENT, INVALID_FIELD, CONTRADICTING_FIGURE, FIGURES_REFUSED, COMMENT_NEEDED.</exception>
    public async Task<ImportFiguresResponse> ImportAsync(ImportFiguresRequest request, FigureSource source, CancellationToken cancellation)
    {
        using var table = await mappings.OpenAsync(request.Content, request.Document, request.Mapping, ImportedKind.Figures, cancellation);
        // From here to the end of the transaction nobody else records: what is checked is what stands when it is written.
        if (!request.DryRun) await store.ReserveAsync(0, cancellation);
        var frame = await intake.FrameAsync(calendar.Today, cancellation);
        var reader = new FigureReader(table.Mapping, frame, ImportedKind.Figures);
        var run = new ImportRun(db, store, intake, frame, request, source, FigureDesk.Micro(clock.GetUtcNow()));
        var pending = new List<Candidate>(AtOnce);
        foreach (var row in table.Rows)
        {
            var before = pending.Count;
            pending.AddRange(reader.Candidates(table.Layout, row));
            if (pending.Count > before) run.Answer.Rows++;
            if (reader.Wrong.Count > 0) pending.Clear();
            if (pending.Count < AtOnce) continue;
            await run.TakeAsync(pending, cancellation);
            pending.Clear();
        }

        if (reader.Wrong.Count > 0) throw Problems.InvalidFields(reader.Wrong);
        await run.TakeAsync(pending, cancellation);
        run.Answer.Mapping = MappingMessages.Of(table.Name, table.Mapping);
        return run.Answer;
    }

    /// <summary>One import while it goes on.</summary>
    sealed class ImportRun(IndicatorsDbContext db, FigureStore store, FigureIntake intake, IntakeFrame frame, ImportFiguresRequest request, FigureSource source, DateTimeOffset now)
    {
        readonly HashSet<Cell> _seen = [];
        readonly Dictionary<int, string> _entities = frame.Entities.ToDictionary(e => e.Number, e => e.Id);

        public ImportFiguresResponse Answer { get; } = new();

        public async Task TakeAsync(List<Candidate> candidates, CancellationToken cancellation)
        {
            if (candidates.Count == 0) return;
            foreach (var candidate in candidates)
                if (!_seen.Add(candidate.Cell)) throw Problems.InvalidField($"row {candidate.Row}", $"says again what an earlier row says: {NameOf(candidate.Cell)} {candidate.Period}.");
            if (_seen.Count > TableRows.Most) throw Problems.Because(Reason.UnreadableDocument, $"The table has more than {TableRows.Most - 1} figures.");
            var found = await intake.CheckAsync(frame, candidates, cancellation);
            var doubts = found.Doubts.Concat(await intake.SumsAsync(frame, found.New, cancellation)).ToList();
            Refusals.Check(found.Contradictions, doubts, request.Comment, c => $"row {c.Row}");
            foreach (var doubt in doubts.Take(MostFindings - Answer.Findings.Count))
                Answer.Findings.Add(FigureMessages.Of(doubt.Finding, NameOf(doubt.Finding.Cell), doubt.Candidate, request.Comment));
            Answer.Unchanged += candidates.Count - found.New.Count;
            Answer.Recorded += found.New.Count;
            if (!request.DryRun && found.New.Count > 0) await WriteAsync(Refusals.Commented(found.New, doubts, request.Comment), found.New.Count, cancellation);
        }

        string NameOf(Cell cell) => SeriesNames.Of(frame.Definitions[cell.Measure].Id, _entities[cell.Entity]);

        async Task WriteAsync(IEnumerable<Candidate> candidates, int count, CancellationToken cancellation)
        {
            if (source.Number == 0)
            {
                db.Add(source);
                await db.SaveChangesAsync(cancellation);
            }

            var change = await store.ReserveAsync(count, cancellation);
            await store.WriteAsync(candidates.Select((c, at) => c.At(now, change + at + 1, change + at + 1, source.Number)), cancellation);
        }
    }
}
