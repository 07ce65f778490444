namespace Suite.Reporting.Facts;

/// <summary>A revision of a progress report that the office accepted: its figures count.</summary>
public sealed class AcceptedReport
{
    /// <summary>plans/{plan}/tasks/{number}/reports/{report}</summary>
    public required string Report { get; init; }

    public required int Revision { get; init; }

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

    /// <summary>units/{unit}</summary>
    public required string Unit { get; init; }

    public required string UnitName { get; init; }

    public required Light Light { get; init; }

    public required string Narrative { get; init; }

    public required string Difficulties { get; init; }

    public required string NextSteps { get; init; }

    public required Signature Author { get; init; }

    public required Signature Approver { get; init; }

    public required Signature Reviewer { get; init; }

    /// <summary>The plan's revision here with which this became known: <see cref="PlanChange"/>.</summary>
    public long Heard { get; init; }

    /// <summary>In the order of the report.</summary>
    public List<AcceptedFigure> Figures { get; init; } = [];
}

/// <summary>A quantity of an accepted report.</summary>
public sealed class AcceptedFigure
{
    public string Report { get; init; } = "";

    public int Revision { get; init; }

    /// <summary>Counts from 1 within the report.</summary>
    public required int Ordinal { get; init; }

    /// <summary>plans/{plan}/tasks/{number}/commitments/{ordinal}</summary>
    public required string Commitment { get; init; }

    public required string Measure { get; init; }

    /// <summary>Empty where none is written.</summary>
    public required string Unit { get; init; }

    /// <summary>Within the quarter.</summary>
    public required decimal Period { get; init; }

    /// <summary>From 1 January to the end of the quarter.</summary>
    public required decimal YearToDate { get; init; }
}
