using Suite.Indicators.Api;
using Suite.Indicators.Definitions;
using Suite.Indicators.Entities;
using Suite.Indicators.Figures;
using Suite.Indicators.Series;
using Suite.ServiceDefaults.Errors;

namespace Suite.Indicators.Imports;

/// <summary>Makes candidates of the rows of a table; wrong rows are collected, so that all can be told at once.</summary>
public sealed class FigureReader
{
    const int MostWrong = 50;

    readonly Mapping _mapping;
    readonly IntakeFrame _frame;
    readonly ImportedKind _kind;
    readonly Dictionary<string, Definition> _definitions = [];
    readonly Dictionary<string, Entity> _entities = [];

    public FigureReader(Mapping mapping, IntakeFrame frame, ImportedKind kind)
    {
        (_mapping, _frame, _kind) = (mapping, frame, kind);
        foreach (var definition in frame.Definitions.Values)
            foreach (var name in new[] { definition.Name, definition.Id, DefinitionBook.Prefix + definition.Id }) _definitions[MeasureName.Fold(name)] = definition;
        foreach (var entity in frame.Entities)
            foreach (var name in entity.Aliases.Prepend(entity.Name).Append(entity.Id).Append(ResourceNames.Entities + entity.Id)) _entities[MeasureName.Fold(name)] = entity;
    }

    public List<FieldViolation> Wrong { get; } = [];

    /// <summary>The candidates of a row: one, or one for each column with a period.</summary>
    public IEnumerable<Candidate> Candidates(Layout layout, TableRow row)
    {
        if (row.Cells.All(string.IsNullOrWhiteSpace) || Wrong.Count >= MostWrong) yield break;
        var place = FigurePlace.InFile(row.Line);
        if (Definition(layout, row, place) is not { } definition || Entity(layout, row, place) is not { } entity) yield break;
        // What is worked out has no figures of its own, but can have a target.
        var computed = definition.IsComputed && _kind == ImportedKind.Figures;
        if (computed || !definition.IsAbout(entity.Kind))
        {
            Wrong.Add(new(place.ToString(), computed ? $"'{definition.Id}' is worked out by its formula." : $"'{definition.Id}' is not about a {entity.Kind}."));
            yield break;
        }

        var measure = _frame.Measures[definition.Id];
        foreach (var text in Texts(layout, row, place))
            if (Candidate(text, definition, measure, entity.Number) is { } candidate) yield return candidate;
    }

    Candidate? Candidate(FigureText text, Definition definition, int measure, int entity)
    {
        try
        {
            return FigureInputs.Of(text, definition, measure, entity);
        }
        catch (ProblemException error)
        {
            Wrong.AddRange(error.Problem.Violations);
            return null;
        }
    }

    IEnumerable<FigureText> Texts(Layout layout, TableRow row, FigurePlace place)
    {
        var whole = _kind == ImportedKind.Targets ? Aimed(layout, row, place) : Observed(layout, row, place);
        if (layout.Periods.Count == 0)
        {
            if (whole.PeriodValue.Length + whole.YearToDate.Length + whole.Growth.Length + whole.Note.Length > 0) yield return whole;
            yield break;
        }

        var toDate = _mapping.YearToDate && _kind == ImportedKind.Figures;
        foreach (var (column, period) in layout.Periods)
        {
            var value = column < row.Cells.Count ? Number(row.Cells[column].Trim()) : "";
            if (value.Length > 0) yield return whole with
            {
                Place = place with { Column = period }, Period = period, PeriodValue = toDate ? "" : value, YearToDate = toDate ? value : "",
            };
        }
    }

    FigureText Observed(Layout layout, TableRow row, FigurePlace place) => new(
        place, Cell(layout, row, ColumnRole.Period, _mapping.Period), Number(Cell(layout, row, ColumnRole.PeriodValue)), Number(Cell(layout, row, ColumnRole.YearToDateValue)),
        Number(Cell(layout, row, ColumnRole.Growth).TrimEnd('%', '％')), Status(Cell(layout, row, ColumnRole.Status), place), Cell(layout, row, ColumnRole.Comparator),
        Cell(layout, row, ColumnRole.Note), Cell(layout, row, ColumnRole.Comment), Cell(layout, row, ColumnRole.Unit, _mapping.Unit));

    /// <summary>A table may hold what was reached beside what is to be reached.</summary>
    FigureText Aimed(Layout layout, TableRow row, FigurePlace place)
    {
        var value = Cell(layout, row, layout.Columns.ContainsKey(ColumnRole.Target) ? ColumnRole.Target : ColumnRole.PeriodValue);
        var comparator = Cell(layout, row, ColumnRole.Comparator);
        return new(
            place, Cell(layout, row, ColumnRole.Period, _mapping.Period), Number(value), "", "", FigureStatus.Final, comparator.Length == 0 ? "GE" : comparator, "",
            Cell(layout, row, ColumnRole.Comment), Cell(layout, row, ColumnRole.Unit, _mapping.Unit));
    }

    Definition? Definition(Layout layout, TableRow row, FigurePlace place) =>
        Named(_definitions, Cell(layout, row, ColumnRole.Indicator, _mapping.Definition), "indicator", place);

    Entity? Entity(Layout layout, TableRow row, FigurePlace place) => Named(_entities, Cell(layout, row, ColumnRole.Entity, _mapping.Entity), "entity", place);

    T? Named<T>(Dictionary<string, T> known, string name, string what, FigurePlace place)
        where T : class
    {
        var meant = _mapping.Names.GetValueOrDefault(name, name);
        // What is known is folded; a name that is found as it is need not be.
        if (known.TryGetValue(meant, out var found) || known.TryGetValue(MeasureName.Fold(meant), out found)) return found;
        Wrong.Add(new($"{place}, {what}", $"must be known here by its name or id; '{(name.Length > 60 ? name[..60] : name)}' is not."));
        return null;
    }

    FigureStatus Status(string text, FigurePlace place)
    {
        if (text.Length == 0) return FigureStatus.Preliminary;
        switch (text.ToLowerInvariant())
        {
            case "preliminary" or "初步" or "快报": return FigureStatus.Preliminary;
            case "revised" or "修订": return FigureStatus.Revised;
            case "final" or "最终" or "年报": return FigureStatus.Final;
            case "forecast" or "预测": return FigureStatus.Forecast;
            default:
                Wrong.Add(new($"{place}, status", "must be preliminary (初步), revised (修订), final (最终) or forecast (预测)."));
                return FigureStatus.Preliminary;
        }
    }

    /// <summary>Without what groups digits; a stroke stands for no value.</summary>
    static string Number(string text) => text is "-" or "—" or "－" or "…" ? "" : text.Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal);

    static string Cell(Layout layout, TableRow row, ColumnRole role, string otherwise = "") =>
        layout.Columns.TryGetValue(role, out var column) ? column < row.Cells.Count ? row.Cells[column].Trim() : "" : otherwise;
}
