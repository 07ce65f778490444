using Suite.TableFiles;

namespace Suite.Tasks.Decomposition;

/// <summary>Small things to do with a cell's words.</summary>
internal static class Words
{
    /// <summary>At most 60 characters, with … where something was left out.</summary>
    internal static string Shorten(string text) => Excerpt.Of(text);

    /// <summary>True for the signs that end a sentence or a clause of it that can stand alone.</summary>
    internal static bool EndsSentence(char folded) => folded is '。' or ';' or '!' or '?' or '.';
}
