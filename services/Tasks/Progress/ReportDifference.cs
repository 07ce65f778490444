using System.Globalization;

namespace Suite.Tasks.Progress;

/// <summary>A field in which two wordings of a report differ.</summary>
/// <param name="Field">E.g. <c>narrative</c>, <c>figures[commitments/3].period_value</c>.</param>
/// <param name="Before">Empty where there was nothing.</param>
/// <param name="After">Empty where it was taken away.</param>
/// <param name="Ordinal">Of the commitment that a figure answers; null for texts.</param>
public sealed record ReportDifference(string Field, string Before, string After, int? Ordinal)
{
    /// <summary>Every field in which they differ, in the order of the report's fields.</summary>
    public static IReadOnlyList<ReportDifference> Between(ReportContent before, ReportContent after)
    {
        var (old, now) = (Fields(before), Fields(after));
        return [.. old.Keys.Union(now.Keys)
            .Select(key => new ReportDifference(key.Field, old.GetValueOrDefault(key, ""), now.GetValueOrDefault(key, ""), key.Ordinal))
            .Where(d => d.Before != d.After)];
    }

    /// <summary>What a field says; empty where it is not there.</summary>
    public static string Read(ReportContent content, string field) => Fields(content).FirstOrDefault(f => f.Key.Field == field).Value ?? "";

    static Dictionary<(string Field, int? Ordinal), string> Fields(ReportContent content) => Texts(content)
        .Concat(content.Parts.SelectMany(Texts)).Concat(content.Figures.SelectMany(Values)).Concat(content.Unreported.Select(Explained))
        .Concat(content.Sources.Select(Source)).ToDictionary();

    static IEnumerable<KeyValuePair<(string, int?), string>> Texts(ReportContent content) =>
    [
        new(("narrative", null), content.Narrative), new(("difficulties", null), content.Difficulties), new(("next_steps", null), content.NextSteps),
    ];

    static IEnumerable<KeyValuePair<(string, int?), string>> Texts(ReportPart part) =>
    [
        new(($"parts[{part.Workstream}].narrative", null), part.Narrative), new(($"parts[{part.Workstream}].difficulties", null), part.Difficulties),
        new(($"parts[{part.Workstream}].next_steps", null), part.NextSteps),
    ];

    static KeyValuePair<(string, int?), string> Explained(UnreportedFigure missing) =>
        new((string.Create(CultureInfo.InvariantCulture, $"unreported_figures[commitments/{missing.Ordinal}].explanation"), missing.Ordinal), missing.Explanation);

    static KeyValuePair<(string, int?), string> Source(ReportSource source) => new(
        (string.Create(CultureInfo.InvariantCulture, $"sources[{source.Unit}/revisions/{source.Revision}]"), null),
        string.Join(", ", source.Fields.Concat(source.Ordinals.Select(o => string.Create(CultureInfo.InvariantCulture, $"commitments/{o}")))));

    static IEnumerable<KeyValuePair<(string, int?), string>> Values(ReportedFigure figure)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"figures[commitments/{figure.Ordinal}]");
        yield return new(($"{place}.period_value", figure.Ordinal), Text(figure.PeriodValue));
        yield return new(($"{place}.year_to_date_value", figure.Ordinal), Text(figure.YearToDateValue));
        yield return new(($"{place}.note", figure.Ordinal), figure.Note);
    }

    static string Text(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
