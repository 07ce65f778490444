using System.Text;

namespace Suite.Tasks.Export;

/// <summary>What XML cannot hold, shown as the sign for what cannot be shown.</summary>
static class Printable
{
    const char Replacement = '\uFFFD';

    public static string Of(string text) => IsPrintable(text) ? text : Replaced(text);

    static bool IsPrintable(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (Shown(rune) != rune || (rune.Value == Replacement && !text.Contains(Replacement))) return false;
        return true;
    }

    static string Replaced(string text)
    {
        var shown = new StringBuilder(text.Length);
        // Half a surrogate pair comes out of the enumeration as the replacement already.
        foreach (var rune in text.EnumerateRunes()) shown.Append(Shown(rune));
        return shown.ToString();
    }

    static Rune Shown(Rune rune) =>
        rune.Value is < 0x20 and not ('\t' or '\n' or '\r') or 0xFFFE or 0xFFFF ? new Rune(Replacement) : rune;
}
