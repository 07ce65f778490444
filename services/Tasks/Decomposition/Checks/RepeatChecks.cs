using Suite.Tasks.Decomposition.Quantities;
using Suite.Tasks.Decomposition.Wording;

namespace Suite.Tasks.Decomposition.Checks;

/// <summary>
/// The same commitment in two tasks: of the same words for the year or for the same quarters, with the same or with another
/// figure; or of like words with the same figure for the year. Each is held against the first task that promises it; one finding a pair of tasks,
/// the graver first.
/// </summary>
internal sealed class RepeatChecks
{
    private const int ShortestName = 4;
    private const int ShortestToDiffer = 5;
    private const double Telling = 100;
    private const int MostCompared = 20;

    private readonly Dictionary<(int Earlier, int Later), Repeat> repeats = [];
    private readonly Dictionary<(string Core, string Kind, When When), Promised> first = [];
    private readonly Dictionary<double, List<Promised>> met = [];

    /// <summary>The next task's.</summary>
    internal void Add(List<Promised> promised)
    {
        foreach (var later in promised)
        {
            if (later.Core.Length < ShortestName || later.Kind.Length == 0 || later.Amount.GrowthRate) continue;
            if (later.FullCore != later.Core) CompareWords(later, later.FullCore);
            CompareWords(later, later.Core);
            if (later.Item is null) CompareFigures(later);
        }
    }

    internal IEnumerable<Diagnostic> Find()
    {
        foreach (var repeat in repeats.Values.OrderBy(r => r.Grade).ThenBy(r => r.Place)) yield return Raise(repeat.Earlier, repeat.Later);
    }

    /// <summary>Of one pair of tasks only the gravest is kept: other figures before the same, the same words before like ones.</summary>
    private void Keep(Promised earlier, Promised later, bool sameWords)
    {
        var grade = Differ(earlier, later) ? 0 : 2;
        if (!sameWords) grade++;
        var pair = (earlier.Task.Number, later.Task.Number);
        if (!repeats.TryGetValue(pair, out var kept) || grade < kept.Grade) repeats[pair] = new Repeat(earlier, later, grade, repeats.Count);
    }

    private void CompareWords(Promised later, string core)
    {
        var key = (core, later.Kind, later.Item is null ? default : When.Of(later));
        var earlier = first.TryAdd(key, later) ? later : first[key];
        if (ReferenceEquals(earlier.Task, later.Task)) return;
        var told = earlier.FullCore == later.FullCore && core.Length >= ShortestToDiffer;
        if (told || !Differ(earlier, later)) Keep(earlier, later, sameWords: true);
    }

    private void CompareFigures(Promised later)
    {
        if (!met.TryGetValue(later.High, out var same)) met[later.High] = same = [];
        if (same.Find(earlier => !ReferenceEquals(earlier.Task, later.Task) && AreLike(earlier, later)) is { } first) Keep(first, later, sameWords: false);
        if (same.Count < MostCompared) same.Add(later);
    }

    /// <summary>Nearly the same words; or a figure so large that it is hardly met twice, of like words, whatever they are counted in (500户, 500宗).</summary>
    private static bool AreLike(Promised earlier, Promised later) => earlier.Kind == later.Kind && Likeness.AreClose(earlier.Core, later.Core)
        || later.High >= Telling && earlier.Adds && later.Adds && Units.IsSize(earlier.Kind) == Units.IsSize(later.Kind) && Likeness.Are(earlier.Core, later.Core);

    private static bool Differ(Promised earlier, Promised later) => !Scale.IsNear(later.High, earlier.High);

    private static Diagnostic Raise(Promised earlier, Promised later) => Differ(earlier, later)
        ? later.Raise(DiagnosticLevel.Warning, DiagnosticCode.CommitmentRepeated, Findings.Say("RepeatedDifferent", earlier.Task.Number, earlier.Amount.Verbatim))
        : later.Raise(DiagnosticLevel.Notice, DiagnosticCode.CommitmentRepeated, Findings.Say("RepeatedSame", earlier.Task.Number, earlier.Amount.Verbatim));

    /// <param name="Grade">From 0, the gravest first.</param>
    /// <param name="Place">In the order they were met.</param>
    private readonly record struct Repeat(Promised Earlier, Promised Later, int Grade, int Place);

    /// <summary>When an amount is due and from when it counts; the default is the year.</summary>
    private readonly record struct When(Accumulation Accumulation, int Quarters)
    {
        internal static When Of(Promised amount)
        {
            var bits = 0;
            foreach (var quarter in amount.Quarters) bits |= 1 << quarter;
            return new When(amount.Amount.Accumulation, bits);
        }
    }
}
