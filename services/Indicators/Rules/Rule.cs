using Suite.Indicators.Figures;

namespace Suite.Indicators.Rules;

/// <summary>What a rule looks at. Values as in the contract.</summary>
public enum RuleKind
{
    /// <summary>The value lies between low and high.</summary>
    Range = 1,

    /// <summary>The value does not change by more than so many percent against the year before, or else the period before.</summary>
    Jump = 2,

    /// <summary>The entities below add up to the one above, within so many percent.</summary>
    Towns = 3,

    /// <summary>Parts add up to their total, within so many percent.</summary>
    Parts = 4,

    /// <summary>The year to date of a flow never falls within a year.</summary>
    Falling = 5,

    /// <summary>The value is not 10,000 or 100,000,000 times what it was or should be.</summary>
    Slip = 6,

    /// <summary>No period is left out.</summary>
    Missing = 7,
}

/// <summary>How grave a finding is. Values as in the contract.</summary>
public enum Severity
{
    Notice = 1,
    Soft = 2,
    Hard = 3,
}

/// <summary>A rule, as data.</summary>
public sealed class Rule
{
    public required string Id { get; init; }

    public required RuleKind Kind { get; init; }

    public required Severity Severity { get; set; }

    /// <summary>Ids of the indicators it is about; empty for all.</summary>
    public string[] Definitions { get; set; } = [];

    public decimal? Low { get; set; }

    public decimal? High { get; set; }

    /// <summary>Percent.</summary>
    public decimal? Limit { get; set; }

    /// <summary>Ids of the indicators that add up to those in <see cref="Definitions"/>.</summary>
    public string[] Parts { get; set; } = [];

    public bool Off { get; set; }

    public int Version { get; set; } = 1;

    public bool IsAbout(string definition) => !Off && (Definitions.Length == 0 || Definitions.Contains(definition));

    /// <summary>What a new installation starts with.</summary>
    public static IReadOnlyList<Rule> Usual =>
    [
        new() { Id = "slip", Kind = RuleKind.Slip, Severity = Severity.Hard },
        new() { Id = "falling", Kind = RuleKind.Falling, Severity = Severity.Soft },
        new() { Id = "jump", Kind = RuleKind.Jump, Severity = Severity.Soft, Limit = 200 },
        new() { Id = "missing", Kind = RuleKind.Missing, Severity = Severity.Notice },
        new() { Id = "towns", Kind = RuleKind.Towns, Severity = Severity.Notice, Limit = 1 },
    ];
}

/// <summary>What a rule says of a figure.</summary>
/// <param name="Message">In Chinese with English beside it.</param>
public sealed record Finding(string Rule, Severity Severity, Cell Cell, string Message);
