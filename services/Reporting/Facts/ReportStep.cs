namespace Suite.Reporting.Facts;

/// <summary>A revision of a progress report was sent to the office, or came back from it.</summary>
public sealed class ReportStep
{
    /// <summary>plans/{plan}/tasks/{number}/reports/{report}</summary>
    public required string Report { get; init; }

    public required int Revision { get; init; }

    public required ReportStepKind Kind { get; init; }

    /// <summary>plans/{plan}/tasks/{number}</summary>
    public required string Task { get; init; }

    /// <summary>plans/{plan}</summary>
    public required string Plan { get; init; }

    /// <summary>1 to 4: the quarter reported on, or the one that the period ends in.</summary>
    public required int Quarter { get; init; }

    /// <summary>q1 to q4, h1, h2, m1 to m12; empty where it was heard of before this was kept.</summary>
    public string Period { get; init; } = "";

    /// <summary>It ends with its quarter: a month within a quarter says nothing of the quarter.</summary>
    public bool EndsQuarter => ReportPeriods.EndsQuarter(Period);

    public required string UnitName { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>units/{unit}; empty where it was heard of before this was kept.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Who took the step: account name and display name.</summary>
    public string Account { get; init; } = "";

    public string DisplayName { get; init; } = "";

    /// <summary>Why it came back; empty for what was sent.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The plan's revision here with which this became known: <see cref="PlanChange"/>.</summary>
    public long Heard { get; init; }
}

public enum ReportStepKind
{
    Submitted = 1,
    Returned = 2,
}
