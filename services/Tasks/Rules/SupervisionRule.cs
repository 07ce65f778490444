using System.Globalization;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Lights;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Rules;

/// <summary>One version of the rules of one kind. It is never changed; another version takes over from its day on.</summary>
public sealed class SupervisionRule
{
    public RuleKind Kind { get; private init; }

    /// <summary>Counts from 1 within the kind.</summary>
    public int Version { get; private init; }

    /// <summary>The first day on which it is in force.</summary>
    public DateOnly EffectiveFrom { get; private init; }

    /// <summary>Why it was made.</summary>
    public string Reason { get; private init; } = "";

    public DateTimeOffset CreatedAt { get; private init; }

    public string CreatedBy { get; private init; } = "";

    /// <summary>Set where the kind is Light; likewise the next four.</summary>
    public LightRule? Light { get; private init; }

    public DeadlineRule? Deadline { get; private init; }

    public ReminderRule? Reminder { get; private init; }

    public ScoreRule? Score { get; private init; }

    public HandlingRule? Handling { get; private init; }

    public string Name => NameOf(Kind, Version);

    public static string NameOf(RuleKind kind, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"supervisionRules/{kind.ToString().ToLowerInvariant()}-{version}");

    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static SupervisionRule Make(int version, IRule rule, DateOnly from, string reason, Actor by, DateTimeOffset now)
    {
        var violations = rule.Violations($"supervision_rule.{rule.Kind.ToString().ToLowerInvariant()}").ToList();
        if (violations.Count > 0) throw Problems.InvalidFields(violations);
        return new()
        {
            Kind = rule.Kind, Version = version, EffectiveFrom = from, Reason = reason, CreatedAt = now, CreatedBy = by.Account,
            Light = rule as LightRule, Deadline = rule as DeadlineRule, Reminder = rule as ReminderRule, Score = rule as ScoreRule,
            Handling = rule as HandlingRule,
        };
    }
}
