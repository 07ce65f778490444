using Suite.Tasks.Decomposition.Quantities;
using Suite.Tasks.Decomposition.Wording;

namespace Suite.Tasks.Decomposition.Checks;

/// <summary>
/// The same commitment in two tasks: of the same words for the year or for the same quarters, with the same or with another
/// figure; or of like words with the same figure for the year. One finding a pair of tasks, the graver first.
/// </summary>
internal static class RepeatChecks
{
    private const int ShortestName = 4;
    private const int ShortestToDiffer = 5;
    private const double Telling = 100;
    private const int MostCompared = 20;

    internal static IEnumerable<Diagnostic> Find(IReadOnlyList<PlannedTask> tasks)
    {
        var promised = tasks.SelectMany(Promised.Of).Where(p => p.Core.Length >= ShortestName && p.Kind.Length > 0 && !p.Amount.GrowthRate).ToList();
        var pairs = SameWords(promised).Concat(LikeWords(promised.Where(p => p.Item is null))).ToList();
        var told = new HashSet<(int, int)>();
        foreach (var (earlier, later) in pairs.OrderByDescending(p => Differ(p.Earlier, p.Later)))
            if (told.Add((earlier.Task.Number, later.Task.Number)))
                yield return Raise(earlier, later);
    }

    private static IEnumerable<(Promised Earlier, Promised Later)> SameWords(List<Promised> promised)
    {
        var first = new Dictionary<(string, string, string), Promised>();
        foreach (var (later, core) in promised.SelectMany(p => p.FullCore == p.Core ? [(p, p.Core)] : ((Promised, string)[])[(p, p.FullCore), (p, p.Core)]))
        {
            var when = later.Item is null ? "year" : $"{string.Concat(later.Quarters)}{later.Amount.Accumulation}";
            var earlier = first.TryAdd((core, later.Kind, when), later) ? later : first[(core, later.Kind, when)];
            if (ReferenceEquals(earlier.Task, later.Task)) continue;
            var told = earlier.FullCore == later.FullCore && core.Length >= ShortestToDiffer;
            if (told || !Differ(earlier, later)) yield return (earlier, later);
        }
    }

    private static IEnumerable<(Promised Earlier, Promised Later)> LikeWords(IEnumerable<Promised> targets)
    {
        var met = new Dictionary<double, List<Promised>>();
        foreach (var later in targets)
        {
            if (!met.TryGetValue(later.High, out var same)) met[later.High] = same = [];
            foreach (var earlier in same)
                if (!ReferenceEquals(earlier.Task, later.Task) && AreLike(earlier, later)) yield return (earlier, later);
            if (same.Count < MostCompared) same.Add(later);
        }
    }

    /// <summary>Nearly the same words; or a figure so large that it is hardly met twice, of like words, whatever they are counted in (500户, 500宗).</summary>
    private static bool AreLike(Promised earlier, Promised later) => earlier.Kind == later.Kind && Likeness.AreClose(earlier.Core, later.Core)
        || later.High >= Telling && earlier.Adds && later.Adds && Units.IsSize(earlier.Kind) == Units.IsSize(later.Kind) && Likeness.Are(earlier.Core, later.Core);

    private static bool Differ(Promised earlier, Promised later) => !Scale.IsNear(later.High, earlier.High);

    private static Diagnostic Raise(Promised earlier, Promised later) => Differ(earlier, later)
        ? later.Raise(DiagnosticLevel.Warning, DiagnosticCode.CommitmentRepeated, Findings.Say("RepeatedDifferent", earlier.Task.Number, earlier.Amount.Verbatim))
        : later.Raise(DiagnosticLevel.Notice, DiagnosticCode.CommitmentRepeated, Findings.Say("RepeatedSame", earlier.Task.Number, earlier.Amount.Verbatim));
}
