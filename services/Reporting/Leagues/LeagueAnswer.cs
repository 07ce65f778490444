using System.Globalization;
using Suite.Indicators.V1;
using Figure = Suite.Indicators.V1.Figure;
using Observation = Suite.Reporting.Papers.Observation;

namespace Suite.Reporting.Leagues;

/// <summary>Reads the answers of the service indicators. One that is not as its contract says is as good as none.</summary>
sealed class LeagueAnswer
{
    readonly List<Observation> _observations = [];
    readonly Dictionary<(string Series, string Period, long Mark, DateTimeOffset Time), int> _places = [];
    readonly Dictionary<string, Definition> _definitions = [];

    /// <param name="before">The table of the period before; null where nobody was ranked in it.</param>
    /// <exception cref="InvalidOperationException">The answer cannot be understood.</exception>
    public static KnownLeague Read(LeagueTable table, LeagueTable? before) => new LeagueAnswer().ReadAll(table, before);

    KnownLeague ReadAll(LeagueTable table, LeagueTable? before)
    {
        var rules = table.Rules ?? throw Wrong("no rules");
        foreach (var definition in table.Definitions) _definitions[definition.Name] = definition;
        var earlier = (before?.Rows ?? []).ToLookup(r => r.Entity);
        var rows = table.Rows.Select(r => RowOf(r, rules, earlier[r.Entity].FirstOrDefault())).ToList();
        return new()
        {
            League = table.League, Name = rules.DisplayName, Period = table.Period, PreviousPeriod = table.PreviousPeriod, Version = table.Version,
            Normalisation = Known((Normalisation)(int)rules.Normalisation), Missing = Known((MissingRule)(int)rules.Missing),
            Parts = [.. rules.Parts.Select(PartOf)], Rows = rows, Observations = _observations,
        };
    }

    LeaguePart PartOf(Indicators.V1.LeaguePart part)
    {
        var definition = _definitions.GetValueOrDefault(part.Definition) ?? throw Wrong($"nothing about {part.Definition}");
        var (basis, better) = (Known((LeagueBasis)(int)part.Basis), Known((Better)(int)definition.Direction));
        // A band is one of values; of growth more is better.
        if (basis != LeagueBasis.Value && better == Better.Band) better = Better.More;
        return new(
            part.Definition, definition.DisplayName, definition.EnglishName, definition.Unit, Number(part.Weight) ?? 1, basis, better,
            Number(definition.BandLow), Number(definition.BandHigh), definition.Accumulation == TimeAccumulation.Sum && definition.PeriodType != PeriodType.Year, definition.Formula,
            Math.Clamp(definition.Decimals, 0, 10));
    }

    LeagueRow RowOf(Indicators.V1.LeagueRow row, League rules, Indicators.V1.LeagueRow? before)
    {
        if (row.Contributions.Count != rules.Parts.Count) throw Wrong($"{row.Contributions.Count} values of {row.Entity} for {rules.Parts.Count} indicators");
        var values = row.Contributions.Select(c => new LeagueValue(
            Number(c.Value), Number(c.Points) ?? 0, Number(c.Contribution) ?? 0, Number(c.Change), PlacesOf(c, row.EntityDisplayName))).ToList();
        return new(
            row.Entity, row.EntityDisplayName, row.Rank, Number(row.Score), values, row.PreviousRank, Number(row.PreviousScore), MovedBy(row, values),
            [.. rules.Parts.Select((_, at) => PlacesOf(before?.Contributions.ElementAtOrDefault(at), row.EntityDisplayName))]);
    }

    /// <summary>An indicator may stand in the rules twice, by value and by growth: of those the one that has changed most.</summary>
    static int? MovedBy(Indicators.V1.LeagueRow row, List<LeagueValue> values) => row.MovedBy.Length == 0 ? null : row.Contributions.Index()
        .Where(c => c.Item.Definition == row.MovedBy).OrderByDescending(c => Math.Abs(values[c.Index].Change ?? 0)).Select(c => (int?)c.Index).FirstOrDefault();

    IReadOnlyList<int> PlacesOf(LeagueContribution? contribution, string entity) => [.. (contribution?.Figures ?? []).Select(f => PlaceOf(f, entity))];

    int PlaceOf(Figure figure, string entity)
    {
        var time = figure.KnowTime?.ToDateTimeOffset() ?? throw Wrong($"no time of {figure.Series} {figure.Period}");
        var key = (figure.Series, figure.Period, figure.Mark, time);
        if (_places.TryGetValue(key, out var place)) return place;
        var definition = _definitions.GetValueOrDefault(string.Join('/', figure.Series.Split('/').Take(2)));
        _observations.Add(new(
            figure.Series, figure.Period, definition?.DisplayName ?? "", entity, definition?.Unit ?? "", Number(figure.PeriodValue), Number(figure.YearToDateValue), Number(figure.PublishedGrowth),
            Name(figure.Status), figure.Comparator, figure.Source, figure.SourceRevision, figure.Author, time, figure.Mark, figure.Why, figure.Comment, figure.Note));
        return _places[key] = _observations.Count - 1;
    }

    static string Name(FigureStatus status) => status.ToString().ToUpperInvariant();

    static T Known<T>(T value)
        where T : struct, Enum => Enum.IsDefined(value) ? value : throw Wrong($"the {typeof(T).Name} '{value}'");

    /// <returns>Null for an empty text.</returns>
    static decimal? Number(string text) => text.Length == 0 ? null
        : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong($"'{text}' for a number");

    static InvalidOperationException Wrong(string what) => new($"The service indicators answered with {what}.");
}
