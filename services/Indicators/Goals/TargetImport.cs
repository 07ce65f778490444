using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Suite.Errors.V1;
using Suite.Http;
using Suite.Indicators.Definitions;
using Suite.Indicators.Figures;
using Suite.Indicators.Imports;
using Suite.Indicators.Rules;
using Suite.Indicators.Storage;
using Suite.Indicators.Wording;
using Suite.ServiceDefaults.Errors;

namespace Suite.Indicators.Goals;

/// <summary>A file of targets as somebody sends it.</summary>
/// <param name="Mapping">importMappings/{mapping}; empty for the one remembered.</param>
/// <param name="Why">For the rows that do not say so themselves.</param>
public sealed record TargetFile(ByteString Content, HttpBody? Document, string Mapping, string Source, string Why, string Account, DateTimeOffset Time);

/// <summary>What a file of targets holds.</summary>
/// <param name="Goals">Those that are neither in force nor proposed already, each with the name of its series.</param>
public sealed record ReadTargets(int Rows, int Unchanged, IReadOnlyList<(Goal Goal, string Series)> Goals, IReadOnlyList<(Doubt Doubt, string Series)> Doubts, string MappingId, Mapping Mapping);

/// <summary>Reads tables of targets. What they propose is decided like targets by hand.</summary>
public sealed class TargetImport(IndicatorsDbContext db, FigureStore store, FigureIntake intake, MappingBook mappings, CityCalendar calendar)
{
    const int Most = 10_000;

    /// <exception cref="ProblemException">UNREADABLE_DOCUMENT, INVALID_FIELD, FIGURES_REFUSED, COMMENT_NEEDED.</exception>
    public async Task<ReadTargets> ReadAsync(TargetFile file, CancellationToken cancellation)
    {
        using var table = await mappings.OpenAsync(file.Content, file.Document, file.Mapping, ImportedKind.Targets, cancellation);
        var frame = await intake.FrameAsync(calendar.Today, cancellation);
        var (candidates, rows) = CandidatesIn(table, frame);
        var entities = frame.Entities.ToDictionary(e => e.Number, e => e.Id);
        var goals = await KnownAsync(candidates, cancellation);
        var fresh = candidates.Where(c => !goals[c.Cell].Any(g => (g.Value, g.Comparator) == (ValueOf(c), c.Comparator))).ToList();
        var doubts = await DoubtsAsync(frame, fresh, cancellation);
        Refusals.Check([], doubts, file.Why, c => $"row {c.Row}");
        var replacing = fresh.Select(c => (Candidate: c, InForce: InForce(goals[c.Cell]))).Where(c => c.InForce is not null)
            .Select(c => new Doubt(new("", Severity.Notice, c.Candidate.Cell, RuleWords.Format("TargetInForce", Text(frame, c.Candidate, c.InForce!))), c.Candidate));
        return new(
            rows, candidates.Count - fresh.Count, [.. fresh.Select(c => (GoalOf(c, file), NameOf(c.Cell)))], [.. doubts.Concat(replacing).Select(d => (d, NameOf(d.Candidate.Cell)))], table.Name, table.Mapping);

        string NameOf(Cell cell) => SeriesNames.Of(frame.Definitions[cell.Measure].Id, entities[cell.Entity]);
    }

    static (List<Candidate> Candidates, int Rows) CandidatesIn(OpenTable table, IntakeFrame frame)
    {
        var (reader, candidates, seen, rows) = (new FigureReader(table.Mapping, frame, ImportedKind.Targets), new List<Candidate>(), new Dictionary<Cell, int>(), 0);
        foreach (var row in table.Rows)
        {
            var before = candidates.Count;
            foreach (var candidate in reader.Candidates(table.Layout, row))
            {
                if (!seen.TryAdd(candidate.Cell, candidate.Row)) reader.Wrong.Add(new($"row {candidate.Row}", $"names a target again that row {seen[candidate.Cell]} names."));
                candidates.Add(candidate);
            }

            if (candidates.Count > before) rows++;
            if (candidates.Count > Most) throw Problems.Because(Reason.UnreadableDocument, $"row {row.Line}: the table has more than {Most} targets.");
        }

        return reader.Wrong.Count == 0 ? (candidates, rows) : throw Problems.InvalidFields(reader.Wrong);
    }

    /// <summary>Targets of the same places that are in force or wait for a decision.</summary>
    async Task<ILookup<Cell, Goal>> KnownAsync(List<Candidate> candidates, CancellationToken cancellation)
    {
        var (measures, cells) = (candidates.Select(c => c.Cell.Measure).Distinct().ToList(), candidates.Select(c => c.Cell).ToHashSet());
        var goals = await db.Goals.AsNoTracking().Where(g => measures.Contains(g.Measure) && (g.State == GoalState.Approved || g.State == GoalState.Proposed)).ToListAsync(cancellation);
        return goals.GroupBy(g => new Cell(g.Measure, g.Entity, g.By)).Where(g => cells.Contains(g.Key))
            .SelectMany(g => g.Where(x => x.State == GoalState.Proposed || x == InForce(g)).Select(x => (g.Key, Goal: x))).ToLookup(g => g.Key, g => g.Goal);
    }

    /// <summary>Of those approved the last decided.</summary>
    static Goal? InForce(IEnumerable<Goal> goals) => goals.Where(g => g.State == GoalState.Approved).OrderBy(g => g.DecideTime).ThenBy(g => g.Number).LastOrDefault();

    /// <summary>A target in another magnitude than the series is a slip, as a figure would be.</summary>
    async Task<List<Doubt>> DoubtsAsync(IntakeFrame frame, List<Candidate> candidates, CancellationToken cancellation)
    {
        var doubts = new List<Doubt>();
        var measures = candidates.ToLookup(c => c.Cell.Measure);
        foreach (var block in CellBlock.Together(measures.Select(FigureIntake.Around)))
        {
            var known = (await store.LatestAsync(block, cancellation)).Where(f => f.Status != FigureStatus.Forecast).ToLookup(f => (f.Cell.Measure, f.Cell.Entity));
            foreach (var candidate in block.Measures.SelectMany(m => measures[m]))
            {
                var definition = frame.Definitions[candidate.Cell.Measure];
                var line = SeriesLine.Of(known[(candidate.Cell.Measure, candidate.Cell.Entity)].Select(f => (f.Cell.Period, new Values(f.Period, f.YearToDate))), definition.Accumulation);
                var value = definition.Accumulation == TimeAccumulation.Sum ? new Values(null, ValueOf(candidate)) : new Values(ValueOf(candidate), null);
                if (new SlipCheck(definition, line).Message(candidate.Period, value) is { } message)
                    doubts.AddRange(frame.Rules.Where(r => r.Kind == RuleKind.Slip && r.IsAbout(definition.Id)).Select(r => new Doubt(new(r.Id, r.Severity, candidate.Cell, message), candidate)));
            }
        }

        return doubts;
    }

    static decimal ValueOf(Candidate candidate) => candidate.PeriodValue ?? candidate.YearToDate ?? 0;

    static string Text(IntakeFrame frame, Candidate candidate, Goal goal) => RuleWords.Amount(goal.Value, frame.Definitions[candidate.Cell.Measure].Unit);

    static Goal GoalOf(Candidate c, TargetFile file) => new()
    {
        Measure = c.Cell.Measure, Entity = c.Cell.Entity, Period = c.Period.Code, Value = ValueOf(c), Comparator = c.Comparator, State = GoalState.Proposed, Proposer = file.Account,
        ProposeTime = file.Time, Why = c.Comment ?? file.Why, Source = file.Source,
    };
}
