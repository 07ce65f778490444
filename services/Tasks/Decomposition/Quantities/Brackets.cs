namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>Cuts off brackets that lost their partner when a phrase was cut out of its sentence.</summary>
internal static class Brackets
{
    internal static string Trim(string words)
    {
        var (open, close) = (words.Count(IsOpen), words.Count(IsClose));
        if (open > close && words.Length > 0 && IsOpen(words[^1])) return words[..^1];
        if (open < close && words.Length > 0 && IsClose(words[0])) return words[1..];
        if (open > close && words.Length > 0 && IsOpen(words[0])) return words[1..];
        return open < close && words.Length > 0 && IsClose(words[^1]) ? words[..^1] : words;
    }

    private static bool IsOpen(char c) => c is '（' or '(';

    private static bool IsClose(char c) => c is '）' or ')';
}
