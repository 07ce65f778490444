namespace Suite.Directory.Naming;

/// <summary>How well a written name and a known one fit together.</summary>
/// <param name="Score">0 to 1.</param>
readonly record struct Likeness(double Score, MatchReason Reason);

/// <summary>
/// Compares names by their longest common subsequence, each character with its weight: rare characters tell bodies apart, those of
/// every second name (管, 理, 局) hardly do. The order of characters counts, gaps do not: abbreviations are gaps.
/// </summary>
static class Alignment
{
    /// <summary>What is longer is no name; only this much of it is compared.</summary>
    public const int Longest = 40;

    const double NearWeight = 0.8;
    const double SuffixWeight = 0.9;
    const double Tolerance = 0.0001;

    /// <param name="weights">Of the written name's characters; a known name's <paramref name="knownWeight"/> is the sum of its own.</param>
    public static Likeness Of(ReadOnlySpan<char> written, ReadOnlySpan<double> weights, double writtenWeight, ReadOnlySpan<char> known, double knownWeight)
    {
        var (common, near) = Common(written, weights, known);
        var score = 2 * common / (writtenWeight + knownWeight);
        if (written.Length > 1 && written.Length < known.Length && common >= writtenWeight - Tolerance)
            return new(Math.Max(score, Abbreviated(writtenWeight / knownWeight, written[0] == known[0])), MatchReason.Abbreviation);
        if (known.Length > 1 && known.Length < written.Length && common >= knownWeight - Tolerance)
            return new(Math.Max(score, WrittenOut(knownWeight / writtenWeight)), MatchReason.Similar);
        return new(score, near && written.Length == known.Length ? MatchReason.NearCharacters : MatchReason.Similar);
    }

    /// <summary>All that is written stands in the known name in order: the nearer, the more of it that is, and where both begin alike.</summary>
    static double Abbreviated(double share, bool sameStart) => (sameStart ? 0.75 : 0.6) + (0.2 * share);

    /// <summary>The known name is a short one for what is written: less telling, since a name with its parent's before it looks the same.</summary>
    static double WrittenOut(double share) => 0.4 + (0.4 * share);

    /// <summary>Weight of the heaviest common subsequence, and whether it holds characters that are only near.</summary>
    static (double Weight, bool Near) Common(ReadOnlySpan<char> written, ReadOnlySpan<double> weights, ReadOnlySpan<char> known)
    {
        Span<double> above = stackalloc double[known.Length + 1];
        Span<double> row = stackalloc double[known.Length + 1];
        var near = false;
        above.Clear();
        for (var i = 0; i < written.Length; i++)
        {
            row[0] = 0;
            for (var k = 0; k < known.Length; k++)
            {
                var alike = Alike(written[i], known[k], i == written.Length - 1 && k == known.Length - 1);
                near |= alike == NearWeight && i == k;
                row[k + 1] = Math.Max(Math.Max(above[k + 1], row[k]), above[k] + (alike * weights[i]));
            }

            var last = above;
            above = row;
            row = last;
        }

        return (above[known.Length], near);
    }

    static double Alike(char a, char b, bool bothLast)
    {
        if (a == b) return 1;
        if (bothLast && NormalForms.IsRankSuffix(a) && NormalForms.IsRankSuffix(b)) return SuffixWeight;
        return NearCharacters.Near(a, b) ? NearWeight : 0;
    }
}
