using System.Text.RegularExpressions;
using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>
/// Words that say no more than how much: 1250, ≥95%, 620左右, 增长6.5%. Tables of indicators are made of them: what is counted stands in a
/// cell of its own, and so may the unit.
/// </summary>
internal static partial class Figure
{
    private const int Longest = 60;

    private static readonly string[] Rates = ["增速", "增长率", "增长", "增幅", "降幅", "下降率", "降低率", "下降", "降低", "增长速度"];

    /// <summary>True for a number with or without a unit, and nothing else but how it is meant.</summary>
    internal static bool Is(string folded) => folded.Length <= Longest && Whole().IsMatch(folded);

    /// <summary>The amount that a stretch consists of, whatever its unit is called; null where it says anything else.</summary>
    internal static Amount? Read(string folded, int from, int to)
    {
        if (to - from > Longest || Whole().Match(folded[from..to]) is not { Success: true } whole) return null;
        var (start, unit) = (from + whole.Groups["lead"].Length, whole.Groups["unit"]);
        if (!Numerals.TryDigits(folded, start, out var value, out var end)) return null;
        decimal? max = end < to && folded[end] == '-' && Numerals.TryDigits(folded, end + 1, out var upper, out _) && upper > value ? upper : null;
        return new Amount(start, from + unit.Index + unit.Length, value, max, unit.Value, AndMore: false, InWords: false);
    }

    /// <summary>The cell with the unit that stands elsewhere behind its number; the cell itself where it has a unit, or says more.</summary>
    internal static CellText WithUnit(CellText cell, CellText unit)
    {
        if (cell.Text.Length > Longest || Whole().Match(cell.Folded) is not { Success: true } whole || whole.Groups["unit"].Length > 0) return cell;
        var end = whole.Groups["unit"].Index;
        return CellText.Join([cell.Slice(0, end), unit, cell.Slice(end, cell.Text.Length)]);
    }

    /// <summary>True for a cell that lacks a unit to be a figure.</summary>
    internal static bool LacksUnit(CellText cell) =>
        cell.Text.Length <= Longest && Whole().Match(cell.Folded) is { Success: true } whole && whole.Groups["unit"].Length == 0;

    /// <summary>True for a name such as 工业增加值增速, whose shares are rates of growth.</summary>
    internal static bool IsRate(string? name) => name is not null && Words.EndsWithAny(name, Rates);

    [GeneratedRegex("^(?<lead>(?:累计|完成|达到|达|同比|增长|增速|提高|提升|下降|降低|减少|压减|新增|力争|确保|争取|保持|控制|稳定|在|不少于|不低于|不小于|不高于|不超过|不大于|超过|超|高于|低于|大于|小于|至少|约|近|突破|[≥≤><=])*)"
        + "[0-9]{1,12}(?:,[0-9]{3})*(?:[.][0-9]{1,9})?(?:-[0-9]{1,12}(?:[.][0-9]{1,9})?)?(?<unit>(?:[^\\s0-9.,;:!?、。()《》年月日号季第前以左上及或余多-][^\\s0-9.,;:!?、。()《》年月日号季第前]{0,7}?)?)"
        + "(?:以上|及以上|或以上|以下|及以下|以内|之内|左右|上下|余|多)?[。;]?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();
}
