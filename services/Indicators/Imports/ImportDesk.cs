using Microsoft.EntityFrameworkCore;
using Suite.Errors.V1;
using Suite.Indicators.Api;
using Suite.Indicators.Figures;
using Suite.Indicators.Storage;
using Suite.Indicators.V1;
using Suite.ServiceDefaults.Errors;
using Candidate = Suite.Indicators.Figures.Candidate;

namespace Suite.Indicators.Imports;

/// <summary>Imports tables of figures, some thousands at a time, all in the current transaction.</summary>
public sealed class ImportDesk(IndicatorsDbContext db, FigureStore store, FigureIntake intake, CityCalendar calendar, TimeProvider clock)
{
    const int AtOnce = 10_000;
    const int MostFindings = 200;

    /// <exception cref="ProblemException">UNREADABLE_DOCUMENT, INVALID_FIELD, CONTRADICTING_FIGURE, FIGURES_REFUSED, COMMENT_NEEDED.</exception>
    public async Task<ImportFiguresResponse> ImportAsync(ImportFiguresRequest request, FigureSource source, CancellationToken cancellation)
    {
        var bytes = request.Content.Length > 0 ? request.Content.Memory : request.Document?.Data.Memory ?? default;
        if (bytes.Length == 0) throw Problems.InvalidField("document", "must be given.");
        using var rows = TableRows.Read(bytes, request.Document?.ContentType ?? "").GetEnumerator();
        var heading = Heading(rows);
        var (name, mapping) = await MappingAsync(request.Mapping, heading, cancellation);
        var layout = Layout.Of(heading, mapping);
        var reader = new FigureReader(mapping, await intake.FrameAsync(calendar.Today, cancellation));
        var run = await new ImportRun(db, store, intake, request, source, clock).BeginAsync(cancellation);
        var pending = new List<Candidate>(AtOnce);
        while (rows.MoveNext())
        {
            var before = pending.Count;
            pending.AddRange(reader.Candidates(layout, rows.Current));
            if (pending.Count > before) run.Answer.Rows++;
            if (reader.Wrong.Count > 0) pending.Clear();
            if (pending.Count < AtOnce) continue;
            await run.TakeAsync(pending, cancellation);
            pending.Clear();
        }

        if (reader.Wrong.Count > 0) throw Problems.InvalidFields(reader.Wrong);
        await run.TakeAsync(pending, cancellation);
        run.Answer.Mapping = MappingMessages.Of(name, mapping);
        return run.Answer;
    }

    public async Task SaveAsync(string id, Mapping mapping, CancellationToken cancellation)
    {
        var heading = Layout.Heading(mapping.Columns.Keys);
        if (await db.Mappings.SingleOrDefaultAsync(m => m.Id == id, cancellation) is { } kept) (kept.Heading, kept.Mapping, kept.Time) = (heading, mapping, clock.GetUtcNow());
        else db.Add(new KeptMapping { Id = id, Heading = heading, Mapping = mapping, Time = clock.GetUtcNow() });
    }

    public Task<List<KeptMapping>> ListAsync(string? after, int limit, CancellationToken cancellation) =>
        db.Mappings.AsNoTracking().Where(m => after == null || string.Compare(m.Id, after) > 0).OrderBy(m => m.Id).Take(limit).ToListAsync(cancellation);

    static TableRow Heading(IEnumerator<TableRow> rows)
    {
        while (rows.MoveNext())
            if (rows.Current.Cells.Count(c => !string.IsNullOrWhiteSpace(c)) > 1) return rows.Current;
        throw Problems.Because(Reason.UnreadableDocument, "The table has no heading: a row with the names of its columns was expected.");
    }

    async Task<(string Name, Mapping Mapping)> MappingAsync(string name, TableRow heading, CancellationToken cancellation)
    {
        if (name.Length > 0)
        {
            var id = ResourceNames.IdIn("importMappings/", name, "mapping");
            return (id, (await db.Mappings.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancellation) ?? throw Problems.NotFound("mapping", name)).Mapping);
        }

        var key = Layout.Heading(heading.Cells);
        var remembered = await db.Mappings.AsNoTracking().Where(m => m.Heading == key).OrderByDescending(m => m.Time).FirstOrDefaultAsync(cancellation);
        return remembered is null ? ("", Mapping.Empty) : (remembered.Id, remembered.Mapping);
    }

    /// <summary>One import while it goes on.</summary>
    sealed class ImportRun(IndicatorsDbContext db, FigureStore store, FigureIntake intake, ImportFiguresRequest request, FigureSource source, TimeProvider clock)
    {
        readonly HashSet<Cell> _seen = [];
        IntakeFrame _frame = null!;
        Func<Cell, string> _names = null!;
        DateTimeOffset _now;

        public ImportFiguresResponse Answer { get; } = new();

        public async Task<ImportRun> BeginAsync(CancellationToken cancellation)
        {
            if (!request.DryRun) await store.ReserveAsync(0, cancellation);
            _now = FigureDesk.Micro(clock.GetUtcNow());
            _frame = await intake.FrameAsync(DateOnly.FromDateTime(_now.UtcDateTime), cancellation);
            var entities = _frame.Entities.ToDictionary(e => e.Number, e => e.Id);
            _names = cell => SeriesNames.Of(_frame.Definitions[cell.Measure].Id, entities[cell.Entity]);
            return this;
        }

        public async Task TakeAsync(List<Candidate> candidates, CancellationToken cancellation)
        {
            if (candidates.Count == 0) return;
            foreach (var candidate in candidates)
                if (!_seen.Add(candidate.Cell)) throw Problems.InvalidField($"row {candidate.Row}", $"says again what an earlier row says: {_names(candidate.Cell)} {candidate.Period}.");
            if (_seen.Count > TableRows.Most) throw Problems.Because(Reason.UnreadableDocument, $"The table has more than {TableRows.Most - 1} figures.");
            var found = await intake.CheckAsync(_frame, candidates, cancellation);
            var doubts = found.Doubts.Concat(await intake.SumsAsync(_frame, found.New, cancellation)).ToList();
            Refusals.Check(found.Contradictions, doubts, request.Comment, c => $"row {c.Row}");
            foreach (var doubt in doubts.Take(MostFindings - Answer.Findings.Count))
                Answer.Findings.Add(FigureMessages.Of(doubt.Finding, _names(doubt.Finding.Cell), doubt.Candidate, request.Comment));
            Answer.Unchanged += candidates.Count - found.New.Count;
            Answer.Recorded += found.New.Count;
            if (!request.DryRun && found.New.Count > 0) await WriteAsync(Refusals.Commented(found.New, doubts, request.Comment), found.New.Count, cancellation);
        }

        async Task WriteAsync(IEnumerable<Candidate> candidates, int count, CancellationToken cancellation)
        {
            if (source.Number == 0)
            {
                db.Add(source);
                await db.SaveChangesAsync(cancellation);
            }

            var change = await store.ReserveAsync(count, cancellation);
            await store.WriteAsync(candidates.Select((c, at) => c.At(_now, change + at + 1, change + at + 1, source.Number)), cancellation);
        }
    }
}
