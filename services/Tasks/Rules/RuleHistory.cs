namespace Suite.Tasks.Rules;

/// <summary>All versions of one kind of rule, to ask for any day.</summary>
public sealed class RuleHistory<TRule>(IEnumerable<(DateOnly From, InForce<TRule> Rule)> versions)
    where TRule : IRule
{
    readonly List<(DateOnly From, InForce<TRule> Rule)> _newestFirst = [.. versions.OrderByDescending(v => (v.From, v.Rule.Version))];

    /// <summary>Of the versions whose day has come the one with the latest day; of two with the same day the later one.</summary>
    /// <exception cref="InvalidOperationException">None has: the built-in ones, in force since ever, are missing.</exception>
    public InForce<TRule> On(DateOnly day)
    {
        foreach (var (from, rule) in _newestFirst)
            if (from <= day) return rule;
        throw new InvalidOperationException($"No {typeof(TRule).Name} is in force on {day}: the built-in one is missing from the database.");
    }

    /// <summary>A version by its number: what a light or score was made with.</summary>
    public TRule Version(int version) => _newestFirst.Single(v => v.Rule.Version == version).Rule.Rule;
}
