using Suite.Indicators.Definitions;
using Suite.Indicators.Figures;
using Suite.Indicators.Periods;
using Suite.Indicators.Rules;
using Suite.Indicators.Storage;
using Suite.ServiceDefaults.Errors;

namespace Suite.Indicators.Api;

/// <summary>Looks at what is recorded of an indicator with all rules.</summary>
public sealed class StoredChecks(FigureStore store, FigureIntake intake, CityCalendar calendar)
{
    const int MostFindings = 500;

    public async Task<IReadOnlyList<V1.Finding>> FindAsync(string name, Period from, Period to, CancellationToken cancellation)
    {
        var id = name.StartsWith(DefinitionBook.Prefix, StringComparison.Ordinal) ? name[DefinitionBook.Prefix.Length..] : "";
        var frame = await intake.FrameAsync(calendar.Today, [id], cancellation);
        if (!frame.Measures.TryGetValue(id, out var measure)) throw Problems.NotFound("definition", name);
        var definition = frame.Definitions[measure];
        if (from.Type != definition.PeriodType) throw Problems.InvalidField("from", $"must be a {definition.PeriodType} as the indicator's periods are.");
        var figures = await store.LatestAsync([measure], [.. frame.Entities.Select(e => e.Number)], from.InYear(from.Year - SeriesIntake.YearsBefore), to, null, cancellation);
        var ids = frame.Entities.ToDictionary(e => e.Number, e => e.Id);
        var found = figures.GroupBy(f => f.Cell.Entity).OrderBy(g => ids[g.Key], StringComparer.Ordinal).SelectMany(g => InSeries(definition, frame, [.. g], from)).ToList();
        var places = new List<(int, Period)>();
        for (var period = from; period.Code <= to.Code; period = period.Next) places.Add((measure, period));
        found.AddRange((await new SumSearch(frame, store).AtAsync(places, new Dictionary<Cell, Candidate>(), cancellation)).Select(s => s.Finding));
        return [.. found.Take(MostFindings).Select(f => FigureMessages.Of(f, SeriesNames.Of(frame.Definitions[f.Cell.Measure].Id, ids[f.Cell.Entity])))];
    }

    static IEnumerable<Finding> InSeries(Definition definition, IntakeFrame frame, List<Figure> figures, Period from)
    {
        var judged = figures.Where(f => f.Status != FigureStatus.Forecast).ToList();
        var line = SeriesLine.Of(judged.Select(f => (f.Cell.Period, new Values(f.Period, f.YearToDate))), definition.Accumulation);
        var checks = new SeriesChecks(definition, line, line);
        return judged.Where(f => f.Cell.Period.Code >= from.Code).SelectMany(f => frame.Rules.Where(r => r.IsAbout(definition.Id)).SelectMany(r => checks.Findings(r, f.Cell)));
    }
}
