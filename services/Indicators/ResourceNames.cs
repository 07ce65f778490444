using System.Globalization;
using Suite.ServiceDefaults.Errors;

namespace Suite.Indicators;

/// <summary>Parts of the resource names that events and calls carry.</summary>
public static class ResourceNames
{
    public const string Entities = "entities/";
    public const string Units = "units/";

    const string PlanPrefix = "plans/";
    const string IndicatorPrefix = "indicators/";
    const int LongestId = 100;

    /// <summary>The part after the last slash.</summary>
    public static string Last(string name) => name[(name.LastIndexOf('/') + 1)..];

    /// <summary>The number of plans/{plan}/tasks/{number}, or null where that is not its shape.</summary>
    public static int? TaskNumber(string task) =>
        task.Split('/') is ["plans", var plan, "tasks", var number] && IsId(plan)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static bool IsPlan(string name) => name.StartsWith(PlanPrefix, StringComparison.Ordinal) && IsId(name[PlanPrefix.Length..]);

    /// <summary>The id in indicators/{indicator}, or null where that is not its shape.</summary>
    public static string? IndicatorId(string name) =>
        name.StartsWith(IndicatorPrefix, StringComparison.Ordinal) && IsId(name[IndicatorPrefix.Length..]) ? name[IndicatorPrefix.Length..] : null;

    public static string Indicator(string id) => IndicatorPrefix + id;

    /// <summary>indicators/{plan}-{task}-{ordinal} without its prefix.</summary>
    public static string IndicatorId(string plan, int task, int ordinal) =>
        string.Create(CultureInfo.InvariantCulture, $"{Last(plan)}-{task}-{ordinal}");

    /// <summary>The id in {prefix}{id}, e.g. definitions/gdp.</summary>
    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static string IdIn(string prefix, string name, string field) =>
        name.StartsWith(prefix, StringComparison.Ordinal) && IsId(name[prefix.Length..])
            ? name[prefix.Length..]
            : throw Problems.InvalidField(field, $"must be {prefix}{{id}}, the id of a-z, 0-9 and '-'.");

    public static bool IsId(string id) => id.Length is > 0 and <= LongestId && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
