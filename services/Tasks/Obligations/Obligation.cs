using System.Globalization;
using Suite.Tasks.Assignments;
using Suite.Tasks.Naming;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Obligations;

public enum ObligationKind
{
    /// <summary>签收: a unit acknowledges its part in a task.</summary>
    Acknowledge = 1,

    /// <summary>填报: a lead unit submits its report for a period, a member of a group the one on its sub-assignment.</summary>
    Report = 2,

    /// <summary>A returned report or contribution is submitted again.</summary>
    Resubmit = 3,

    /// <summary>A supporting unit adds what it has done to the lead unit's report.</summary>
    Contribute = 4,
}

/// <summary>What tells one obligation from every other.</summary>
/// <param name="Period">Null where it is about none.</param>
/// <param name="Round">How many times the report had been returned, for <see cref="ObligationKind.Resubmit"/>; else 0.</param>
public sealed record ObligationKey(ObligationKind Kind, TaskName Task, string UnitId, ReportPeriod? Period, int Round)
{
    /// <summary>The report it is about.</summary>
    /// <exception cref="InvalidOperationException">It is about none.</exception>
    public ReportName Report => new(Task, UnitId, Period ?? throw new InvalidOperationException($"{Kind} is about no report."));

    /// <summary>The resource that it is about.</summary>
    public string Resource => Kind == ObligationKind.Acknowledge ? Task.ToString() : Report.ToString();

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind}:{Task}:{UnitId}:{Period}:{Round}");
}

/// <summary>What a unit owes by when, and whether it has done it. Derived from what happened; nothing of it is stored.</summary>
/// <param name="DueOn">The last day on which it is in time.</param>
/// <param name="MetAt">When it was done; null where it has not been.</param>
public sealed record Obligation(ObligationKey Key, string UnitName, DateOnly DueOn, DateTimeOffset? MetAt)
{
    /// <summary>The unit's part in the task.</summary>
    public AssignmentRole Role { get; init; } = AssignmentRole.Lead;

    public bool IsOpen => MetAt is null;
}
