using Suite.ServiceDefaults.Errors;

namespace Suite.Tasks.Rules;

/// <summary>Points from which a unit or leader starts, and what takes some away or adds some. All are points and not negative.</summary>
/// <param name="Missing">Off for a report that was due and has not been submitted.</param>
/// <param name="Returned">Off for each return of a report.</param>
/// <param name="LateDay">Off for each calendar day by which a report came late …</param>
/// <param name="LateMost">… up to this for one report.</param>
/// <param name="BeatenAbove">Percent above what was due from which a commitment counts as beaten.</param>
/// <param name="Beaten">On for each commitment beaten …</param>
/// <param name="BeatenMost">… up to this in a quarter.</param>
public sealed record ScoreRule(
    decimal Start, decimal Missing, decimal Returned, decimal LateDay, decimal LateMost, decimal BeatenAbove, decimal Beaten, decimal BeatenMost) : IRule
{
    const decimal Most = 1000;

    /// <summary>The same for contributions of supporting units and reports of members, off their own score. All 0: they do not count.</summary>
    public decimal ContributionMissing { get; init; }

    public decimal ContributionReturned { get; init; }

    public decimal ContributionLateDay { get; init; }

    public decimal ContributionLateMost { get; init; }

    public bool CountsContributions => ContributionMissing + ContributionReturned + ContributionLateDay > 0;

    /// <summary>The built-in first version.</summary>
    public static ScoreRule First { get; } = new(100, 10, 2, 1, 5, 10, 1, 5);

    public RuleKind Kind => RuleKind.Score;

    public IEnumerable<FieldViolation> Violations(string path)
    {
        foreach (var (field, points) in new[]
        {
            ("start", Start), ("missing", Missing), ("returned", Returned), ("late_day", LateDay), ("late_most", LateMost),
            ("beaten_above", BeatenAbove), ("beaten", Beaten), ("beaten_most", BeatenMost), ("contribution_missing", ContributionMissing),
            ("contribution_returned", ContributionReturned), ("contribution_late_day", ContributionLateDay), ("contribution_late_most", ContributionLateMost),
        })
            if (points is < 0 or > Most) yield return new($"{path}.{field}", $"must be 0 to {Most}.");
        if (LateMost < LateDay) yield return new($"{path}.late_most", "must not be less than late_day.");
        if (ContributionLateMost < ContributionLateDay) yield return new($"{path}.contribution_late_most", "must not be less than contribution_late_day.");
        if (BeatenMost < Beaten) yield return new($"{path}.beaten_most", "must not be less than beaten.");
    }
}
