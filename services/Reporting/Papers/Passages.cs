using System.Text;

namespace Suite.Reporting.Papers;

/// <summary>
/// Passages as text that an editor can change. A figure stands in it as its value and unit with its key behind: 12项〔3f9a1b2c〕. What was
/// written is read again against the figures as they are now.
/// </summary>
public static class Passages
{
    const char Open = '〔';
    const char Close = '〕';

    public static string Text(IEnumerable<Inline> inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines)
            text.Append(inline switch
            {
                Run run => run.Text,
                Quote quote => $"{quote.Figure.Text}{Open}{quote.Figure.Key}{Close}",
                Misquote wrong => $"{wrong.Text}{Open}{wrong.Figure.Key}{Close}",
                _ => "",
            });
        return text.ToString();
    }

    /// <summary>The text with its figures, and what is wrong with it.</summary>
    public static (IReadOnlyList<Inline> Inlines, IReadOnlyList<PassageFault> Faults) Read(string text, IReadOnlyList<Figure> figures, string replaced)
    {
        var known = figures.ToDictionary(f => f.Key);
        var (inlines, faults, at) = (new List<Inline>(), new List<PassageFault>(), 0);
        while (NextMark(text, at) is var (open, close))
        {
            var (before, key) = (text[at..open], text[(open + 1)..close]);
            if (!known.TryGetValue(key, out var figure))
            {
                faults.Add(new(PassageFaultKind.UnknownFigure, key, ""));
                inlines.Add(new Run(before));
            }
            else if (before.EndsWith(figure.Text, StringComparison.Ordinal) && !EndsInNumber(before[..^figure.Text.Length]))
                inlines.AddRange([new Run(before[..^figure.Text.Length]), new Quote(figure)]);
            else
            {
                var start = NumberStart(before);
                faults.Add(new(PassageFaultKind.ContradictsFigure, key, before[start..]) { Expected = figure.Text });
                inlines.AddRange([new Run(before[..start]), new Misquote(before[start..], figure)]);
            }

            at = close + 1;
        }

        inlines.Add(new Run(text[at..]));
        faults.AddRange(Untraced(inlines, replaced));
        return ([.. inlines.Where(i => i is not Run { Text.Length: 0 })], faults);
    }

    /// <summary>Numbers that stand for no figure and did not stand in the words composed from data either.</summary>
    static IEnumerable<PassageFault> Untraced(IEnumerable<Inline> inlines, string replaced)
    {
        var told = Numbers(WithoutKeys(replaced)).ToHashSet();
        return inlines.OfType<Run>().SelectMany(run => Numbers(run.Text)).Where(n => !told.Contains(n)).Distinct()
            .Select(number => new PassageFault(PassageFaultKind.UntracedNumber, "", number));
    }

    /// <summary>A key has digits too, which tell no number.</summary>
    static string WithoutKeys(string text)
    {
        var (plain, at) = (new StringBuilder(), 0);
        for (; NextMark(text, at) is var (open, close); at = close + 1) plain.Append(text, at, open - at).Append(Open);
        return plain.Append(text, at, text.Length - at).ToString();
    }

    static (int Open, int Close)? NextMark(string text, int from)
    {
        var open = text.IndexOf(Open, from);
        while (open >= 0)
        {
            var close = text.IndexOf(Close, open);
            if (close < 0) return null;
            if (IsKey(text.AsSpan(open + 1, close - open - 1))) return (open, close);
            open = text.IndexOf(Open, open + 1);
        }

        return null;
    }

    static bool IsKey(ReadOnlySpan<char> key) => key.Length is >= 8 and <= 16 && !key.ContainsAnyExcept("0123456789abcdef-");

    static IEnumerable<string> Numbers(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at])) continue;
            var start = at;
            while (at < text.Length && (char.IsAsciiDigit(text[at]) || (text[at] == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))) at++;
            yield return text[start..at];
        }
    }

    static bool EndsInNumber(string text) => text.Length > 0 && (char.IsAsciiDigit(text[^1]) || text[^1] is '.' or '-');

    /// <summary>Where the last number of the text begins, or its end where there is none near it.</summary>
    static int NumberStart(string text)
    {
        var digit = text.LastIndexOfAny("0123456789".ToCharArray());
        if (digit < 0 || text.Length - digit > 12) return text.Length;
        while (digit > 0 && (char.IsAsciiDigit(text[digit - 1]) || text[digit - 1] is '.' or '-')) digit--;
        return digit;
    }
}

/// <summary>Something in an editor's words that the data do not bear out.</summary>
/// <param name="Figure">Key of the figure; empty where none is named.</param>
/// <param name="Written">What the text says.</param>
public sealed record PassageFault(PassageFaultKind Kind, string Figure, string Written)
{
    /// <summary>What the data say now.</summary>
    public string Expected { get; init; } = "";
}

public enum PassageFaultKind
{
    /// <summary>The number before the mark is not what the figure is now.</summary>
    ContradictsFigure = 1,

    /// <summary>The document no longer has such a figure.</summary>
    UnknownFigure = 2,

    /// <summary>A number without a mark that does not come from the data.</summary>
    UntracedNumber = 3,
}
