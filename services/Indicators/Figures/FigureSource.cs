namespace Suite.Indicators.Figures;

/// <summary>Who told figures, from what and why; shared by all that were told at once.</summary>
public sealed class FigureSource
{
    public int Number { get; private init; }

    /// <summary>plans/{plan}/tasks/{number}/reports/{report}, the name of a file or document; empty for a call.</summary>
    public required string Origin { get; init; }

    /// <summary>Revision of that report; 0 for others.</summary>
    public int Revision { get; init; }

    /// <summary>Account.</summary>
    public required string Author { get; init; }

    public string Why { get; init; } = "";

    public required DateTimeOffset Time { get; init; }
}
