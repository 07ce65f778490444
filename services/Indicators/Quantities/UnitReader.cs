using System.Text;

namespace Suite.Indicators.Quantities;

/// <summary>Reads units as documents write them: a magnitude (十, 百, 千, 万, 亿 and what they make together), then what is counted; '/' for each, '·' times.</summary>
public static class UnitReader
{
    public const int Longest = 30;
    const int MostParts = 4;

    /// <summary>Words that begin with a magnitude and are none, and bare numbers by what they are worth.</summary>
    static readonly Dictionary<string, decimal> Bare = new()
    {
        ["%"] = 0.01m, ["百分点"] = 0.01m, ["个百分点"] = 0.01m, ["百分比"] = 0.01m, ["‰"] = 0.001m, ["千分点"] = 0.001m, ["倍"] = 1, ["1"] = 1,
    };

    static readonly Dictionary<char, decimal> Magnitudes = new() { ['十'] = 10, ['百'] = 100, ['千'] = 1000, ['万'] = 10_000, ['亿'] = 100_000_000 };

    /// <summary>Base units that are written in more than one way.</summary>
    static readonly Dictionary<string, (string Base, decimal Factor)> Known = new()
    {
        ["人民币"] = ("元", 1), ["人民币元"] = ("元", 1), ["公里"] = ("米", 1000), ["千米"] = ("米", 1000), ["km"] = ("米", 1000), ["里"] = ("米", 500),
        ["平方公里"] = ("平方米", 1_000_000), ["平方千米"] = ("平方米", 1_000_000), ["公顷"] = ("平方米", 10_000), ["㎡"] = ("平方米", 1),
        ["吨"] = ("克", 1_000_000), ["公斤"] = ("克", 1000), ["千克"] = ("克", 1000),
        ["千瓦时"] = ("瓦时", 1000), ["度"] = ("瓦时", 1000),
    };

    /// <returns>The unit, or null where the text is none; an empty text is a bare number.</returns>
    public static MeasureUnit? Read(string text)
    {
        if (text.Length > Longest || text.Any(char.IsSurrogate)) return null;
        var folded = string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
        if (folded.Length == 0) return MeasureUnit.One;
        var sides = folded.Split('/').Select(side => side.Split('·')).ToList();
        if (sides.Sum(side => side.Length) > MostParts) return null;
        var (factor, dimension) = (1m, Dimension.None);
        foreach (var (at, part) in sides.Index().SelectMany(side => side.Item.Select(part => (side.Index, part))))
        {
            if (Part(part) is not var (own, what)) return null;
            (factor, dimension) = at == 0 ? (factor * own, dimension.Times(what)) : (factor / own, dimension.Per(what));
        }

        return new(folded, factor, dimension);
    }

    /// <summary>The magnitude in front of a unit's text: 亿 of 亿元; empty for none.</summary>
    public static string Scale(string text) => Bare.ContainsKey(text) || Known.ContainsKey(text) ? "" : text[..MagnitudeLength(text)];

    static (decimal Factor, Dimension Dimension)? Part(string text)
    {
        if (Bare.TryGetValue(text, out var worth)) return (worth, Dimension.None);
        if (Known.TryGetValue(text, out var whole)) return (whole.Factor, Dimension.Of(whole.Base));
        var length = MagnitudeLength(text);
        var (factor, rest) = (text[..length].Aggregate(1m, (product, c) => product * Magnitudes[c]), text[length..]);
        if (rest.Length == 0 || rest.Any(c => char.IsAsciiDigit(c) || char.IsControl(c))) return null;
        return Known.TryGetValue(rest, out var known) ? (factor * known.Factor, Dimension.Of(known.Base)) : (factor, Dimension.Of(rest));
    }

    /// <summary>A magnitude that nothing follows, or that is longer than 万亿, is none.</summary>
    static int MagnitudeLength(string text)
    {
        var length = 0;
        while (length < 2 && length < text.Length - 1 && Magnitudes.ContainsKey(text[length]) && !Bare.ContainsKey(text[length..]) && !Known.ContainsKey(text[length..])) length++;
        return length;
    }
}
