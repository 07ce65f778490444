using System.Globalization;

namespace Suite.Tasks.Decomposition.Cells;

/// <summary>What a tag means for the text around it.</summary>
internal enum MarkupTag
{
    Bold,
    BoldEnd,
    Paragraph,
}

/// <summary>The little markup cells carry.</summary>
internal static class Markup
{
    private const int LongestEntity = 10;

    /// <summary>White space, controls and the invisible characters that converters leave behind.</summary>
    internal static bool IsBlank(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff' or '\u00ad';

    /// <summary>A tag at the start of <paramref name="rest"/>: b, strong, p or br without attributes.</summary>
    internal static bool TryTag(ReadOnlySpan<char> rest, out MarkupTag tag, out int length)
    {
        tag = default;
        length = rest[..Math.Min(rest.Length, 12)].IndexOf('>') + 1;
        if (length < 3) return false;
        var name = rest[1..(length - 1)].Trim();
        if (name.IsEmpty) return false;
        var ends = name[0] == '/';
        name = name.Trim("/ ");
        if (Is(name, "b") || Is(name, "strong")) tag = ends ? MarkupTag.BoldEnd : MarkupTag.Bold;
        else if (Is(name, "p") || Is(name, "br")) tag = MarkupTag.Paragraph;
        else return false;
        return true;
    }

    /// <summary>An HTML entity at the start of <paramref name="rest"/>, decoded once; only those that give one UTF-16 code unit.</summary>
    internal static bool TryEntity(ReadOnlySpan<char> rest, out char decoded, out int length)
    {
        decoded = default;
        length = rest[..Math.Min(rest.Length, LongestEntity)].IndexOf(';') + 1;
        if (length < 3) return false;
        var name = rest[1..(length - 1)];
        decoded = name[0] == '#' ? Numbered(name[1..]) : Named(name);
        return decoded != default;
    }

    private static char Named(ReadOnlySpan<char> name) => name switch
    {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "mdash" => '—',
        "ndash" => '–',
        "middot" => '·',
        "ldquo" => '“',
        "rdquo" => '”',
        _ => default,
    };

    private static char Numbered(ReadOnlySpan<char> digits)
    {
        var hex = digits.Length > 1 && digits[0] is 'x' or 'X';
        var style = hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        var fits = int.TryParse(hex ? digits[1..] : digits, style, CultureInfo.InvariantCulture, out var code)
            && code is > 0 and <= char.MaxValue && !char.IsSurrogate((char)code);
        return fits ? (char)code : default;
    }

    private static bool Is(ReadOnlySpan<char> name, string tag) => name.Equals(tag, StringComparison.OrdinalIgnoreCase);
}
