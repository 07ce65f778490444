namespace Suite.Tasks.Decomposition.Cells;

/// <summary>Full and half width made one, without moving a character.</summary>
internal static class Width
{
    /// <summary>Full-width ASCII (U+FF01 to U+FF5E) to ASCII, and every dash that joins a range to '-'.</summary>
    internal static string Fold(string text)
    {
        var at = 0;
        while (at < text.Length && Fold(text[at]) == text[at]) at++;
        return at == text.Length ? text : string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++) target[i] = Fold(source[i]);
        });
    }

    internal static char Fold(char c) => c switch
    {
        '～' or '~' or '—' or '–' or '−' or '─' or '‐' or '‑' => '-',
        >= '！' and <= '～' => (char)(c - '！' + '!'),
        '﹪' => '%',
        _ => c,
    };

    /// <summary>Brackets in full width, as unit names are kept.</summary>
    internal static string WideBrackets(string text) => text.Replace('(', '（').Replace(')', '）');
}
