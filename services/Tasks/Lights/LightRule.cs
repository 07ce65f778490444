using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;
using Suite.Tasks.Rules;

namespace Suite.Tasks.Lights;

/// <summary>
/// Suggests a light from figures: how many percent of what is due by the end of the quarter is missing. Due is what the schedule
/// promises for the quarter; where only the year's amount is promised, a quarter of it for each quarter gone by (the
/// time-proportional plan). Punctuality counts too: what is overdue is red.
/// </summary>
/// <param name="YellowAbove">Percent missing above which the task is behind.</param>
/// <param name="RedAbove">Percent missing above which it is far behind.</param>
/// <param name="OverdueIsRed">True where an overdue report makes the task red, whatever its figures.</param>
public sealed record LightRule(decimal YellowAbove, decimal RedAbove, bool OverdueIsRed) : IRule
{
    const decimal Most = 100;

    /// <summary>The built-in first version.</summary>
    public static LightRule First { get; } = new(10, 30, OverdueIsRed: true);

    public RuleKind Kind => RuleKind.Light;

    public IEnumerable<FieldViolation> Violations(string path)
    {
        if (YellowAbove is < 0 or > Most) yield return new($"{path}.yellow_above", $"must be 0 to {Most} percent.");
        if (RedAbove is < 0 or > Most) yield return new($"{path}.red_above", $"must be 0 to {Most} percent.");
        if (RedAbove < YellowAbove) yield return new($"{path}.red_above", "must not be less than yellow_above.");
    }

    /// <summary>The light of the worst figure; null where none can be compared. Figures on commitments that an edition took away do not count.</summary>
    public Light? Suggest(int quarter, TaskContent task, IReadOnlyList<ReportedFigure> figures) => OfGap(Gaps.Of(quarter, task, figures).Worst());

    /// <summary>The light of the worst figure; null where none can be compared.</summary>
    public Light? Suggest(int quarter, IEnumerable<(TaskCommitment Commitment, ReportedFigure Figure)> reported) =>
        OfGap(Gaps.Of(quarter, reported).Worst());

    /// <summary>With punctuality: <paramref name="overdue"/> is true where a report of the task is due and not there.</summary>
    public Light? Suggest(decimal? worstGap, bool overdue) => overdue && OverdueIsRed ? Light.Red : OfGap(worstGap);

    /// <param name="percent">Percent missing; negative where more was done than due.</param>
    public Light? OfGap(decimal? percent) => percent switch
    {
        null => null,
        _ when percent > RedAbove => Light.Red,
        _ when percent > YellowAbove => Light.Yellow,
        _ => Light.Green,
    };
}
