using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Naming;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Lights;

/// <summary>A light as it was set on a task: by accepting a report or by the office alone. Never changed; the next one takes over.</summary>
public sealed class LightMark
{
    public string PlanId { get; private init; } = "";

    public int TaskNumber { get; private init; }

    /// <summary>Counts from 1 within the task.</summary>
    public int Ordinal { get; private init; }

    public Light Light { get; private init; }

    /// <summary>What the rules suggested then; null where nothing could be compared.</summary>
    public Light? Suggested { get; private init; }

    /// <summary>The version of the light rules that suggested it.</summary>
    public int RuleVersion { get; private init; }

    /// <summary>Unit of the report whose acceptance set it; null where the office set it by itself. Likewise its period, by its code.</summary>
    public string? ReportUnitId { get; private init; }

    public int? ReportPeriodCode { get; private init; }

    public string Reason { get; private init; } = "";

    public string Account { get; private init; } = "";

    public string DisplayName { get; private init; } = "";

    public DateTimeOffset Time { get; private init; }

    public TaskName Task => new(PlanId, TaskNumber);

    /// <summary>Set with the acceptance of a report.</summary>
    public static LightMark With(ReportName report, int ordinal, Light light, LightSuggestion suggested, string reason, Actor by, DateTimeOffset now) =>
        new()
        {
            PlanId = report.Task.Plan, TaskNumber = report.Task.Number, Ordinal = ordinal, Light = light, Suggested = suggested.Light,
            RuleVersion = suggested.RuleVersion, ReportUnitId = report.Unit, ReportPeriodCode = report.Period.Code, Reason = reason,
            Account = by.Account, DisplayName = by.DisplayName, Time = now,
        };

    /// <summary>Set by the office alone.</summary>
    /// <exception cref="ProblemException">INVALID_FIELD without a reason.</exception>
    public static LightMark Alone(TaskName task, int ordinal, Light light, LightSuggestion suggested, string reason, Actor by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw Problems.InvalidField("reason", "must say why the light is set.");
        return new()
        {
            PlanId = task.Plan, TaskNumber = task.Number, Ordinal = ordinal, Light = light, Suggested = suggested.Light, RuleVersion = suggested.RuleVersion,
            Reason = reason, Account = by.Account, DisplayName = by.DisplayName, Time = now,
        };
    }
}

/// <summary>What the rules say of a task or report, and by which version.</summary>
/// <param name="Light">Null where nothing can be compared.</param>
/// <param name="Gaps">What was compared.</param>
/// <param name="Overdue">The reports that are due and not there.</param>
public sealed record LightSuggestion(Light? Light, int RuleVersion, IReadOnlyList<Gap> Gaps, IReadOnlyList<ReportName> Overdue);
