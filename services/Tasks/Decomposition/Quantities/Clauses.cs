namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>Sentences and clauses around an offset; signs inside titles and quotes do not divide.</summary>
internal sealed class Clauses(string folded, int from, int to, List<TextSpan> enclosures)
{
    /// <summary>Looked at on each side of an offset, at most, so that text without any sign takes no longer.</summary>
    private const int Reach = 400;

    internal string Folded => folded;

    internal int From => from;

    internal int To => to;

    internal List<TextSpan> Enclosures => enclosures;

    /// <summary>The clause between commas that holds <paramref name="at"/>.</summary>
    internal TextSpan ClauseAt(int at) => Around(at, static c => c is ',' or '。' or ';' or '!' or '?' or ':');

    /// <summary>The sentence between full stops and semicolons that holds <paramref name="at"/>.</summary>
    internal TextSpan SentenceAt(int at) => Around(at, static c => c is '。' or ';' or '!' or '?');

    private TextSpan Around(int at, Func<char, bool> divides)
    {
        var (start, end) = (at, at);
        var (lowest, highest) = (Math.Max(from, at - Reach), Math.Min(to, at + Reach));
        while (start > lowest && !Divides(start - 1, divides)) start--;
        while (end < highest && !Divides(end, divides)) end++;
        return new TextSpan(start, end - start);
    }

    private bool Divides(int at, Func<char, bool> divides) =>
        divides(folded[at]) && !Quantities.Enclosures.Holds(enclosures, at) && !SeparatesThousands(at);

    private bool SeparatesThousands(int at) =>
        folded[at] == ',' && at > from && at + 3 < to && char.IsAsciiDigit(folded[at - 1])
        && char.IsAsciiDigit(folded[at + 1]) && char.IsAsciiDigit(folded[at + 2]) && char.IsAsciiDigit(folded[at + 3]);
}
