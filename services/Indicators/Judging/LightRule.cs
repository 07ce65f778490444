namespace Suite.Indicators.Judging;

/// <summary>A version of the limits by which lights are suggested; never changed.</summary>
public sealed class LightRule
{
    /// <summary>Counts from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Points behind the plan: more is yellow.</summary>
    public required decimal Yellow { get; init; }

    /// <summary>Points behind the plan: more is red.</summary>
    public required decimal Red { get; init; }

    /// <summary>First day on which it holds, up to that of a later version.</summary>
    public required DateOnly Since { get; init; }

    public required string Why { get; init; }

    public required string Author { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>What a new installation starts with; in force since ever.</summary>
    public static LightRule First(DateTimeOffset now) =>
        new() { Version = 1, Yellow = 10, Red = 30, Since = DateOnly.MinValue, Why = "内置第一版 built-in first version", Author = "suite", Time = now };

    /// <param name="gap">Points behind the plan.</param>
    public SuggestedLight Light(decimal gap) => gap > Red ? SuggestedLight.Red : gap > Yellow ? SuggestedLight.Yellow : SuggestedLight.Green;
}
