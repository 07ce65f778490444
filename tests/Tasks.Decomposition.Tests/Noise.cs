using System.Text;

namespace Suite.Tasks.Decomposition.Tests;

/// <summary>Changes to a table that a reader must not notice.</summary>
internal static class Noise
{
    /// <summary>White space between any two characters of a cell but ASCII ones, which it would part or which are markup.</summary>
    internal static string Spaces(string table, int seed)
    {
        var random = new Random(seed);
        var noisy = new StringBuilder();
        for (var i = 0; i < table.Length; i++)
        {
            noisy.Append(table[i]);
            var inside = i + 1 < table.Length && !char.IsAscii(table[i]) && !char.IsAscii(table[i + 1]);
            if (inside && random.Next(10) == 0) noisy.Append(random.Next(2) == 0 ? " " : "\u3000");
        }
        return noisy.ToString();
    }

    /// <summary>The heading repeated between rows.</summary>
    internal static string PageBreaks(string table, int seed)
    {
        var random = new Random(seed);
        var noisy = new StringBuilder();
        var below = false;
        foreach (var line in table.Split('\n'))
        {
            if (below && line.Contains('\t') && random.Next(10) == 0) noisy.Append('\n').Append(Samples.Header).Append('\n');
            noisy.Append(line).Append('\n');
            below |= line.Contains("年度目标", StringComparison.Ordinal);
        }
        return noisy.ToString();
    }

    /// <summary>Full-width punctuation made half-width.</summary>
    internal static string Narrow(string table) =>
        table.Replace('：', ':').Replace('，', ',').Replace('；', ';').Replace('（', '(').Replace('）', ')').Replace('—', '-').Replace('％', '%');

    internal static string WideDigits(string table) => string.Concat(table.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c));
}
