using Suite.ServiceDefaults.Errors;

namespace Suite.Tasks.Rules;

/// <summary>What one version of a kind of supervision rule says.</summary>
public interface IRule
{
    RuleKind Kind { get; }

    /// <summary>What is wrong with it; empty where nothing is.</summary>
    /// <param name="path">Where it stands in the request, e.g. <c>supervision_rule.light</c>.</param>
    IEnumerable<FieldViolation> Violations(string path);
}

/// <summary>A rule with the version it is.</summary>
public sealed record InForce<TRule>(int Version, TRule Rule)
    where TRule : IRule;
