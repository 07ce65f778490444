using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Suite.Indicators.Figures;
using Suite.Indicators.Rules;
using Suite.Indicators.Storage;

namespace Suite.Indicators.Api;

/// <summary>Figures and findings as the messages of the contract.</summary>
public sealed class FigureMessages(IndicatorsDbContext db, SeriesNames names)
{
    /// <summary>The messages of figures of any series, with a query each for sources and names.</summary>
    public async Task<List<V1.Figure>> OfAsync(IReadOnlyCollection<Figure> figures, CancellationToken cancellation) =>
        figures.Count == 0 ? [] : await OfAsync(figures, await names.NamesOfAsync(figures, cancellation), cancellation);

    /// <param name="nameOf">The series that a figure belongs to.</param>
    public async Task<List<V1.Figure>> OfAsync(IReadOnlyCollection<Figure> figures, Func<Cell, string> nameOf, CancellationToken cancellation)
    {
        if (figures.Count == 0) return [];
        var numbers = figures.Select(f => f.Source).Distinct().ToList();
        var sources = await db.Sources.AsNoTracking().Where(s => numbers.Contains(s.Number)).ToDictionaryAsync(s => s.Number, cancellation);
        return [.. figures.Select(f => Of(f, nameOf(f.Cell), sources.GetValueOrDefault(f.Source)))];
    }

    public static V1.Figure Of(Figure f, string series, FigureSource? source) => new()
    {
        Series = series, Period = f.Cell.Period.ToString(), PeriodValue = Decimals.Text(f.Period), YearToDateValue = Decimals.Text(f.YearToDate),
        PublishedGrowth = Decimals.Text(f.Growth), Status = (V1.FigureStatus)f.Status, Comparator = f.Comparator.ToString().ToUpperInvariant(), Note = f.Note ?? "",
        Comment = f.Comment ?? "", KnowTime = f.KnownAt.ToTimestamp(), Mark = f.Mark, Author = source?.Author ?? "", Why = source?.Why ?? "",
        Source = source?.Origin ?? "", SourceRevision = source?.Revision ?? 0,
    };

    public static V1.Finding Of(Finding finding, string series, Candidate? candidate = null, string comment = "") => new()
    {
        Rule = finding.Rule.Length == 0 ? "" : $"validationRules/{finding.Rule}", Severity = (V1.Severity)finding.Severity, Series = series, Period = finding.Cell.Period.ToString(),
        Message = finding.Message, Row = candidate?.Row ?? 0, Comment = finding.Severity == Severity.Soft ? candidate?.Comment ?? comment : "",
    };
}
