using System.Globalization;
using Suite.Indicators.V1;

namespace Suite.Reporting.Tests.Leagues;

/// <summary>
/// A league counted again from nothing but the feed of figures and the rules, in the test's own way: of each place the figure told last, years to date
/// added up, formulas worked out, points, scores, ranks and moves. Of yearly and monthly indicators without gaps before a figure.
/// </summary>
sealed class LeagueRecount(League rules, IReadOnlyDictionary<string, Definition> definitions, IReadOnlyList<Figure> feed, IReadOnlyDictionary<string, string> towns, string period)
{
    readonly Dictionary<(string, string), Figure> _last = feed.GroupBy(f => (f.Series, f.Period)).ToDictionary(g => g.Key, g => g.MaxBy(f => (f.KnowTime.ToDateTimeOffset(), f.Mark))!);

    public sealed record Place(double?[] Values, double[] Points, double? Score, int Rank);

    public IReadOnlyDictionary<string, Place> Now => field ??= Ranked(period);

    public IReadOnlyDictionary<string, Place> Before => field ??= Ranked(Previous(period));

    public IReadOnlyList<string> Names => field ??= [.. rules.Parts.Select(p => definitions[p.Definition].DisplayName + p.Basis switch
    {
        LeagueBasis.NominalGrowth => "名义增速", LeagueBasis.PublishedGrowth => "公布增速",
        _ => definitions[p.Definition] is { Accumulation: TimeAccumulation.Sum, PeriodType: not PeriodType.Year } ? "累计" : "",
    })];

    double Weights => rules.Parts.Sum(p => Read(p.Weight));

    /// <summary>Everything the tables and sentences can tell, by the label of its figure.</summary>
    public Dictionary<string, double> Expected()
    {
        var told = new Dictionary<string, double>();
        var had = Before.Values.Any(p => p.Values.Any(v => v is not null));
        var moves = towns.Keys.Where(t => had && Now[t].Rank > 0 && Before[t].Rank > 0).ToDictionary(t => t, t => Before[t].Rank - Now[t].Rank);
        foreach (var (town, name) in towns)
        {
            var (now, before) = (Now[town], Before[town]);
            if (now.Rank > 0) (told[$"{name}：名次"], told[$"{name}：得分"], told[$"{name}：首位得分"], told[$"{name}：居前得分"]) = (now.Rank, now.Score!.Value, now.Score.Value, now.Score.Value);
            if (had && before.Rank > 0) (told[$"{name}：上期名次"], told[$"{name}：上期得分"]) = (before.Rank, before.Score!.Value);
            if (moves.TryGetValue(town, out var move)) told[$"{name}：升降"] = move;
            if (had && now.Score is not null && before.Score is not null) told[$"{name}：得分变动"] = Change(town);
            for (var part = 0; part < Names.Count; part++)
            {
                if (now.Values[part] is { } value) told[$"{name}：{Names[part]}"] = value;
                told[$"{name}：{Names[part]}换算分"] = now.Points[part];
            }

            foreach (var (side, most) in new[] { ("升幅最大", moves.Values.DefaultIfEmpty(0).Max()), ("降幅最大", moves.Values.DefaultIfEmpty(0).Min()) })
                if (most != 0 && moves.GetValueOrDefault(town) == most)
                    (told[$"{name}：{side}：上期名次"], told[$"{name}：{side}：本期名次"], told[$"{name}：{side}：得分变动"]) = (before.Rank, now.Rank, Change(town));
        }

        told["参加比较的单位"] = towns.Count;
        told["列入排名的单位"] = Now.Values.Count(p => p.Rank > 0);
        (told["名次上升的单位"], told["名次下降的单位"], told["名次不变的单位"]) = (moves.Values.Count(m => m > 0), moves.Values.Count(m => m < 0), moves.Values.Count(m => m == 0));
        told["缺少数据的单位"] = Now.Values.Count(p => p.Values.Contains(null));
        for (var part = 0; part < Names.Count; part++)
        {
            var known = Now.Values.Select(p => p.Values[part]).OfType<double>().ToList();
            var less = definitions[rules.Parts[part].Definition].Direction == Direction.Less;
            (told[$"{Names[part]}：权重"], told[$"{Names[part]}：有数据"]) = (Read(rules.Parts[part].Weight), known.Count);
            (told[$"{Names[part]}：最优值"], told[$"{Names[part]}：最差值"]) = less ? (known.Min(), known.Max()) : (known.Max(), known.Min());
        }

        return told;
    }

    /// <summary>Of the contribution that has changed most.</summary>
    double Change(string town) => Enumerable.Range(0, Names.Count).Select(p => (Now[town].Points[p] - Before[town].Points[p]) * Read(rules.Parts[p].Weight) / Weights).MaxBy(Math.Abs);

    Dictionary<string, Place> Ranked(string when)
    {
        var values = towns.Keys.ToDictionary(t => t, t => rules.Parts.Select(p => Value(p, t, when)).ToArray());
        var points = rules.Parts.Select((part, at) => Points(part, values.ToDictionary(v => v.Key, v => v.Value[at]))).ToList();
        var scores = towns.Keys.ToDictionary(t => t, t => rules.Missing == MissingRule.NotRanked && values[t].Contains(null) ? (double?)null
            : points.Select((p, at) => p[t] * Read(rules.Parts[at].Weight)).Sum() / Weights);
        return towns.Keys.ToDictionary(t => t, t => new Place(values[t], [.. points.Select(p => p[t])], scores[t], scores[t] is { } own ? 1 + scores.Values.Count(s => s > own + 1e-7) : 0));
    }

    Dictionary<string, double> Points(LeaguePart part, Dictionary<string, double?> values)
    {
        var definition = definitions[part.Definition];
        double? Good(double? value) => value is not { } own ? null : definition.Direction switch
        {
            Direction.Less => -own,
            Direction.Band when part.Basis == LeagueBasis.Unspecified => -Math.Max(0, Math.Max(Read(definition.BandLow) - own, own - Read(definition.BandHigh))),
            _ => own,
        };
        var good = values.ToDictionary(v => v.Key, v => Good(v.Value));
        var known = good.Values.OfType<double>().ToList();
        if (known.Count == 0) return values.Keys.ToDictionary(t => t, _ => 0.0);
        var (mean, spread) = (known.Average(), Math.Sqrt(known.Average(k => (k - known.Average()) * (k - known.Average()))));
        double Scaled(double own) => rules.Normalisation switch
        {
            Normalisation.MinMax => known.Max() == known.Min() ? 100 : (own - known.Min()) / (known.Max() - known.Min()) * 100,
            Normalisation.ZScore => spread == 0 ? 50 : 50 + (own - mean) / spread * 10,
            _ => known.Count == 1 ? 100 : 100.0 * known.Count(o => o < own) / (known.Count - 1),
        };
        var scaled = known.Select(Scaled).ToList();
        var otherwise = rules.Missing switch { MissingRule.NotRanked => 0, MissingRule.Mean => scaled.Average(), _ => scaled.Min() };
        return good.ToDictionary(g => g.Key, g => g.Value is { } own ? Scaled(own) : otherwise);
    }

    double? Value(LeaguePart part, string town, string when) => part.Basis switch
    {
        LeagueBasis.PublishedGrowth => _last.TryGetValue(($"{part.Definition}/series/{town}", when), out var told) && told.PublishedGrowth.Length > 0 ? Read(told.PublishedGrowth) : null,
        LeagueBasis.NominalGrowth => Amount(part.Definition, town, when) is { } now && Amount(part.Definition, town, YearBefore(when)) is { } then ? (now - then) / then * 100 : null,
        _ => Amount(part.Definition, town, when),
    };

    /// <summary>The year to date where it adds up, else the value; a ratio of two others by their years to date, 亿元 by 万人 in 元.</summary>
    double? Amount(string definition, string town, string when)
    {
        if (definitions[definition].Formula is { Length: > 0 } formula)
        {
            var parts = formula.Split(" / ").Select(p => "definitions/" + p.Trim('{', '}')).ToArray();
            return Amount(parts[0], town, when) * 1e8 / (Amount(parts[1], town, when) * 1e4);
        }

        if (!_last.TryGetValue(($"{definition}/series/{town}", when), out var told)) return null;
        if (told.YearToDateValue.Length > 0) return Read(told.YearToDateValue);
        var adds = definitions[definition].Accumulation == TimeAccumulation.Sum && !when.EndsWith("-01", StringComparison.Ordinal) && when.Length > 4;
        return told.PeriodValue.Length == 0 ? null : Read(told.PeriodValue) + (adds ? Amount(definition, town, Previous(when)) : 0);
    }

    static string YearBefore(string when) => $"{int.Parse(when[..4], CultureInfo.InvariantCulture) - 1}{when[4..]}";

    static string Previous(string when) => when.Length == 4 ? YearBefore(when)
        : DateOnly.ParseExact(when, "yyyy-MM", CultureInfo.InvariantCulture).AddMonths(-1).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    static double Read(string text) => text.Length == 0 ? 1 : double.Parse(text, CultureInfo.InvariantCulture);
}
