using Suite.Tasks.Decomposition.Quantities;
using Suite.Tasks.Decomposition.Wording;

namespace Suite.Tasks.Decomposition.Checks;

/// <summary>What the quarters come to, against the year's amount in the target or in the same part of the schedule.</summary>
internal static class TargetChecks
{
    internal static IEnumerable<Diagnostic> Find(List<Promised> promised)
    {
        var strands = Strand.Of(promised);
        var goals = promised.FindAll(p => p.OfYear && p.Amount.Comparator != Comparator.Le && p.Amount.Accumulation != Accumulation.InPeriod);
        foreach (var strand in strands)
            if (Goal(strand.Last, goals) is { } goal && strand.Reached() is { } reached && !IsOneOfSeveral(strand, goal, strands)
                && Compare(strand.Last, goal, reached) is { } found)
                yield return found;
            else if (strand.Last is { Adds: true } last && Goal(last, goals) is { Amount.Comparator: Comparator.Eq } exceeded && IsMore(last.Low, exceeded))
                yield return Beyond(last, exceeded, last.Low);
    }

    /// <summary>The year's amount in the same part, else in the target: the one of the same words, else the only one of like words.</summary>
    private static Promised? Goal(Promised amount, List<Promised> goals) =>
        Among(goals.Where(g => g.Item is not null && g.Workstream == amount.Workstream), amount) ?? Among(goals.Where(g => g.Item is null), amount);

    private static Promised? Among(IEnumerable<Promised> goals, Promised amount)
    {
        var like = goals.Where(g => g.IsLike(amount)).ToList();
        return like.Find(g => g.FullCore == amount.FullCore) ?? (like.Count == 1 && amount.Adds ? like[0] : null);
    }

    /// <summary>Where several parts of a task carry the measure, one alone need not reach the target.</summary>
    private static bool IsOneOfSeveral(Strand strand, Promised goal, List<Strand> all) =>
        goal.Item is null && all.Exists(s => s != strand && s.Last.IsLike(goal));

    private static Diagnostic? Compare(Promised last, Promised goal, double reached)
    {
        if (reached < goal.Low && !Scale.IsNear(reached, goal.Low))
            return last.Raise(goal.Amount.Comparator == Comparator.Approx ? DiagnosticLevel.Notice : DiagnosticLevel.Warning,
                DiagnosticCode.TargetNotMet, Findings.Say("QuartersShort", goal.InMyUnit(reached), goal.Amount.Measure, goal.Written));
        return goal.Amount.Comparator == Comparator.Eq && IsMore(reached, goal) ? Beyond(last, goal, reached) : null;
    }

    private static bool IsMore(double reached, Promised goal) => reached > goal.High && !Scale.IsNear(reached, goal.High);

    private static Diagnostic Beyond(Promised last, Promised goal, double reached) => last.Raise(DiagnosticLevel.Notice,
        DiagnosticCode.TargetNotMet, Findings.Say("QuartersBeyond", goal.InMyUnit(reached), goal.Amount.Measure, goal.Written));
}
