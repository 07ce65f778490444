using Suite.TableFiles;

namespace Suite.Tasks.Decomposition;

/// <summary>Small things to do with a cell's words.</summary>
internal static class Words
{
    /// <summary>At most 60 characters, with … where something was left out.</summary>
    internal static string Shorten(string text) => Excerpt.Of(text);

    internal static bool StartsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
            if (text.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    internal static bool EndsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
            if (text.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    internal static bool HasAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>The first of the words that a text has at a place, null where it has none.</summary>
    internal static string? OneAt(string text, int at, string[] words)
    {
        foreach (var word in words)
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0) return word;
        return null;
    }

    /// <summary>True for the signs that end a sentence or a clause of it that can stand alone.</summary>
    internal static bool EndsSentence(char folded) => folded is '。' or ';' or '!' or '?' or '.';
}
