namespace Suite.Reporting.Facts;

/// <summary>The office set a task's light by itself, without a report.</summary>
public sealed class LightChange
{
    /// <summary>plans/{plan}/tasks/{number}</summary>
    public required string Task { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>plans/{plan}</summary>
    public required string Plan { get; init; }

    public required Light Light { get; init; }

    /// <summary>What the rules suggested; null where nothing could be compared.</summary>
    public required Light? Suggested { get; init; }

    /// <summary>supervisionRules/light-{version} that suggested.</summary>
    public required string Rule { get; init; }

    public required string Reason { get; init; }

    /// <summary>Account name of who set it.</summary>
    public required string Account { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>The plan's revision here with which this became known: <see cref="PlanChange"/>.</summary>
    public long Heard { get; init; }

    public Signature By => new(Account, DisplayName, Time);
}
