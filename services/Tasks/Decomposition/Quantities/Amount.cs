namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>A number with its unit, as it stands in a text.</summary>
/// <param name="Start">Offset of the first digit.</param>
/// <param name="End">Offset behind the unit.</param>
/// <param name="Value">As written, before the unit.</param>
/// <param name="Max">The upper end of a range.</param>
/// <param name="Unit">Magnitude and measure word (万个, 亿元, %); empty where none is written.</param>
/// <param name="AndMore">True where 多 or 余 stands at the number (5300多亩).</param>
/// <param name="InWords">True where the number is written in Chinese numerals.</param>
internal sealed record Amount(int Start, int End, decimal Value, decimal? Max, string Unit, bool AndMore, bool InWords);
