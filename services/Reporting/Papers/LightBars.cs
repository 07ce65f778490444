using Suite.Reporting.Wording;

namespace Suite.Reporting.Papers;

/// <summary>The bars of lights, from the figures of a table. Their colours differ in brightness too, so that a copy in black and white can be read.</summary>
static class LightBars
{
    static readonly (string Key, string Colour)[] Lights = [("Green", "4CAF50"), ("Yellow", "FDD835"), ("Red", "C62828"), ("Blue", "0D47A1")];

    /// <param name="rows">Names with the numbers of green, yellow, red and blue.</param>
    public static Chart Of(Wordings words, string title, IReadOnlyList<(string Name, IReadOnlyList<Figure> Lit)> rows) => new(
        title, [.. rows.Select(r => Texts.Line(r.Name))],
        [.. Lights.Select((light, at) => new ChartSeries(words[$"Tally{light.Key}"], light.Colour, [.. rows.Select(r => r.Lit[at].Value)]))], Stacked: true);
}
