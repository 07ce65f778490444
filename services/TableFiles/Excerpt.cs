namespace Suite.TableFiles;

/// <summary>The beginning of words that a message shows.</summary>
public static class Excerpt
{
    private const int Longest = 60;

    /// <summary>At most 60 characters, with … where something was left out.</summary>
    public static string Of(string text)
    {
        if (text.Length <= Longest) return text;
        var end = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
