using Suite.Reporting.Facts;

namespace Suite.Reporting.Papers;

/// <summary>A number in a document, and what it was made from.</summary>
/// <param name="Ordinal">The mark it carries; counts from 1 in the order of the text.</param>
/// <param name="Label">What it says, e.g. 一季度完成工业投资.</param>
/// <param name="Formula">"reported", or how it follows from the sources, e.g. "count(light = GREEN)".</param>
public sealed record Figure(int Ordinal, string Label, decimal Value, string Unit, string Formula, IReadOnlyList<FigureSource> Sources)
{
    /// <summary>Names the figure whatever its value and its place in the text: the same in every version of a document.</summary>
    public string Key { get; init; } = "";

    /// <summary>As it stands in the text: value and unit.</summary>
    public string Text => $"{Texts.Number(Value)}{Unit}";
}

/// <summary>One thing behind a figure: a task that was counted, or a report.</summary>
/// <param name="Task">plans/{plan}/tasks/{number}</param>
/// <param name="Report">plans/{plan}/tasks/{number}/reports/{report}; null where the task itself is counted.</param>
/// <param name="Commitment">plans/{plan}/tasks/{number}/commitments/{ordinal}; null for counts.</param>
/// <param name="Value">The value reported there; null for counts.</param>
public sealed record FigureSource(
    string Task, int TaskNumber, string? Report = null, int Revision = 0, string? Commitment = null, string? UnitName = null,
    Signature? Author = null, Signature? Approver = null, Signature? Reviewer = null, decimal? Value = null)
{
    /// <summary>A figure of the service indicators; null for tasks and reports. Task is then empty.</summary>
    public Observation? Observation { get; init; }

    public static FigureSource Of(Observation observation) => new("", 0) { Observation = observation };

    public static FigureSource Of(KnownTask task) => new(task.Name, task.Number);

    public static FigureSource Of(KnownTask task, LeadUnit unit) => new(task.Name, task.Number, UnitName: unit.DisplayName);

    public static FigureSource Of(KnownTask task, ReportStep step) => new(task.Name, task.Number, step.Report, step.Revision, UnitName: step.UnitName);

    /// <summary>What a task's light stands on: a report, or who set it by hand. Only for a task with a light.</summary>
    public static FigureSource OfLight(TaskStanding standing) =>
        standing.SetByHand is { } set ? new(standing.Task.Name, standing.Task.Number, Reviewer: set.By) : Of(standing.Task, standing.Deciding!);

    public static FigureSource Of(KnownTask task, AcceptedReport report, AcceptedFigure? figure = null, decimal? value = null) => new(
        task.Name, task.Number, report.Report, report.Revision, figure?.Commitment, report.UnitName, report.Author, report.Approver, report.Reviewer, value);
}
