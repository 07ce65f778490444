using Suite.Tasks.Decomposition.Quantities;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Progress;

public enum SameWhy
{
    /// <summary>The same words but for verbs and fillers (完成, 累计, 全市).</summary>
    SameWords = 1,

    /// <summary>Nearly the same words.</summary>
    LikeWords = 2,
}

/// <summary>Whether two tasks promise the same thing, by the words the reader goes by when it finds a commitment repeated; amounts do not count.</summary>
public static class SamePromise
{
    /// <summary>Shorter names (项目, 产品) tell nothing.</summary>
    const int ShortestName = 4;

    /// <returns>Null where they are not the same; both are counted in the same unit as written, and both add up or neither does.</returns>
    public static SameWhy? Compare(TaskCommitment one, TaskCommitment other)
    {
        var (a, b) = (one.Commitment, other.Commitment);
        if (string.IsNullOrEmpty(a.Unit) || a.Unit != b.Unit || a.GrowthRate != b.GrowthRate || FigureRules.AddsUp(a) != FigureRules.AddsUp(b)) return null;
        var (core, otherCore) = (Core(a.Measure), Core(b.Measure));
        if (core.Length < ShortestName || otherCore.Length < ShortestName) return null;
        return core == otherCore ? SameWhy.SameWords : Likeness.AreClose(core, otherCore) ? SameWhy.LikeWords : null;
    }

    static string Core(string measure) => Verbs.Core(measure[(measure.LastIndexOf('：') + 1)..]);
}
