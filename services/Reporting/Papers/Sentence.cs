using System.Globalization;

namespace Suite.Reporting.Papers;

/// <summary>Sentences whose numbers are figures.</summary>
public static class Sentence
{
    /// <summary>The template with each {0}, {1}, … replaced by the piece of that place.</summary>
    /// <exception cref="FormatException">The template has a brace that is not such a place, or names a piece that is not there.</exception>
    public static IReadOnlyList<Inline> Fill(string template, params IReadOnlyList<Inline> pieces)
    {
        var inlines = new List<Inline>();
        var at = 0;
        while (template.IndexOf('{', at) is var open && open >= 0)
        {
            var close = template.IndexOf('}', open);
            if (close < 0 || !int.TryParse(template[(open + 1)..close], NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place >= pieces.Count)
                throw new FormatException($"'{template}' has no piece for the brace at {open}; {pieces.Count} were given.");
            if (open > at) inlines.Add(new Run(template[at..open]));
            inlines.Add(pieces[place]);
            at = close + 1;
        }

        if (at < template.Length) inlines.Add(new Run(template[at..]));
        return inlines;
    }
}
