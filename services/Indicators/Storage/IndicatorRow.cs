namespace Suite.Indicators.Storage;

/// <summary>An indicator of a task.</summary>
public sealed class IndicatorRow
{
    /// <summary>{plan}-{task}-{ordinal}, the last part of its resource name.</summary>
    public required string Id { get; init; }

    /// <summary>plans/{plan}</summary>
    public required string Plan { get; init; }

    /// <summary>plans/{plan}/tasks/{number}</summary>
    public required string Task { get; init; }

    public required int TaskNumber { get; init; }

    /// <summary>Counts from 1 within the task, in the order of the table.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The plan's year; 0 where it was not told, as by earlier editions of this service.</summary>
    public int Year { get; init; }

    public required string Measure { get; set; }

    /// <summary>Empty where none is written.</summary>
    public required string Unit { get; set; }

    /// <summary>Empty for the whole task.</summary>
    public required string Workstream { get; set; }

    /// <summary>units/{unit}</summary>
    public required string[] LeadUnits { get; set; }

    public required bool GrowthRate { get; set; }

    /// <summary>Commitments that were part of it and are promised no more: what is reported on them still belongs here.</summary>
    public string[] FormerCommitments { get; set; } = [];

    /// <summary>Nothing in force promises it any more; its targets are the last ones.</summary>
    public bool Withdrawn { get; set; }

    public List<TargetRow> Targets { get; init; } = [];
}
