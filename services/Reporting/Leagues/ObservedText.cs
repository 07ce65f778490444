using Suite.Reporting.Papers;
using Suite.Reporting.Wording;

namespace Suite.Reporting.Leagues;

/// <summary>Tells the observations behind figures where others are told by tasks and reports.</summary>
static class ObservedText
{
    const int MostTold = 6;

    public static bool IsObserved(Figure figure) => figure.Sources is [{ Observation: not null }, ..];

    /// <summary>The cells of the appendix behind the formula.</summary>
    public static IEnumerable<Inline> Cells(Wordings words, TimeZoneInfo zone, Figure figure)
    {
        var observed = figure.Sources.Select(s => s.Observation).OfType<Observation>().ToList();
        if (observed is [var only]) return [new Run(What(words, only)), new Run(From(words, only)), new Run(Signed(words, zone, only))];
        var some = string.Join(words["ClauseJoin"], observed.Take(MostTold).Select(o => $"{What(words, o)} {Signed(words, zone, o)}"));
        return [new Run(observed.Count > MostTold ? some + words.Format("ObservedMore", observed.Count) : some)];
    }

    /// <summary>All of a table or paragraph in one line: how many, and where they come from.</summary>
    public static string Summary(Wordings words, TimeZoneInfo zone, string title, IReadOnlyList<Figure> figures)
    {
        var observed = figures.SelectMany(f => f.Sources).Select(s => s.Observation).OfType<Observation>().Distinct().ToList();
        var origins = observed.GroupBy(o => (o.Origin, o.OriginRevision, o.Author, Day: TimeZoneInfo.ConvertTime(o.KnownSince, zone).Date)).ToList();
        var some = string.Join(words["ClauseJoin"], origins.Take(MostTold).Select(g =>
            $"{From(words, g.First())} {Texts.Line(g.Key.Author)} {words.Day(DateOnly.FromDateTime(g.Key.Day))}"));
        return words.Format("DigestObserved", title, observed.Count, some + (origins.Count > MostTold ? words.Format("ObservedMore", origins.Count) : ""));
    }

    /// <summary>In one line for comments and sheets.</summary>
    public static string Line(Observation o) => Texts.Line($"{o.Series} {o.Period} {o.Status} {o.Origin} {(o.OriginRevision > 0 ? $"r{o.OriginRevision}" : "")} {o.Author} {o.KnownSince.UtcDateTime:yyyy-MM-dd}");

    static string What(Wordings words, Observation o) => words.Format(
        "ObservedWhat", Texts.Line(o.EntityName), Texts.Excerpt(o.Indicator.Length > 0 ? o.Indicator : o.Series, 40), LeagueWords.Period(words, o.Period), Amount(words, o));

    static string Amount(Wordings words, Observation o)
    {
        var unit = Texts.Line(o.Unit);
        List<string> told = [];
        if (o.PeriodValue is { } period) told.Add($"{Texts.Number(period)}{unit}");
        if (o.YearToDate is { } total) told.Add(words.Format("ObservedToDate", $"{Texts.Number(total)}{unit}"));
        if (o.Growth is { } growth) told.Add(words.Format("ObservedGrowth", Texts.Number(growth)));
        return string.Join(words["ListJoin"], told);
    }

    static string From(Wordings words, Observation o)
    {
        var origin = o.Origin.Length > 0 ? Texts.Excerpt(o.Origin, 60) : words["ObservedCall"];
        var status = o.Status is "PRELIMINARY" or "REVISED" or "FINAL" or "FORECAST" ? words[$"Observed{o.Status}"] : Texts.Line(o.Status);
        return words.Format("ObservedFrom", o.OriginRevision > 0 ? words.Format("ObservedRevision", origin, o.OriginRevision) : origin, status);
    }

    static string Signed(Wordings words, TimeZoneInfo zone, Observation o) => $"{Texts.Line(o.Author)} {words.Moment(TimeZoneInfo.ConvertTime(o.KnownSince, zone).DateTime)}";
}
