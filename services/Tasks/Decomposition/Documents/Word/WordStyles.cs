using System.Globalization;
using Suite.TableFiles.Office;

namespace Suite.Tasks.Decomposition.Documents.Word;

/// <summary>What styles say that matters here: heading levels, weight and numbering, inherited along basedOn.</summary>
internal sealed class WordStyles
{
    /// <summary>Styles are based on one another a few steps deep; a longer chain is a circle or no honest file.</summary>
    private const int LongestChain = 64;

    private static readonly string[] HeadingNames = ["heading ", "标题 ", "标题"];

    private readonly Dictionary<string, Style> styles = new(StringComparer.Ordinal);
    private string? standard;

    /// <param name="reader">The styles part; null where the file has none.</param>
    internal WordStyles(PartReader? reader)
    {
        if (reader is null || !reader.ToRoot()) return;
        reader.Children(() =>
        {
            if (reader.Name == "style" && reader["styleId"] is { } id) ReadStyle(reader, id);
        });
    }

    /// <summary>1 for a heading of the first level and so on, 0 for body text.</summary>
    internal int OutlineLevel(string? style) => First(style ?? standard, s => s.OutlineLevel) ?? 0;

    internal bool? IsBold(string? style) => First(style, s => s.IsBold);

    /// <summary>The list a paragraph of this style is numbered by.</summary>
    internal (string? List, int Level) Numbering(string? style) =>
        (First(style ?? standard, s => s.List), First(style ?? standard, s => s.ListLevel) ?? 0);

    private void ReadStyle(PartReader reader, string id)
    {
        var style = new Style();
        if (reader["type"] == "paragraph" && reader["default"] is "1" or "true") standard = id;
        reader.Children(() =>
        {
            switch (reader.Name)
            {
                case "name": style.OutlineLevel ??= LevelOf(reader["val"] ?? ""); break;
                case "basedOn": style.BasedOn = reader["val"]; break;
                case "pPr": ReadParagraph(reader, style); break;
                case "rPr": reader.Children(() => style.IsBold = reader.Name == "b" ? WordValue.Flag(reader) : style.IsBold); break;
            }
        });
        styles[id] = style;
    }

    private static void ReadParagraph(PartReader reader, Style style) => reader.Children(() =>
    {
        if (reader.Name == "outlineLvl") style.OutlineLevel = WordValue.Level(reader["val"]);
        else if (reader.Name == "numPr")
            reader.Children(() =>
            {
                if (reader.Name == "numId") style.List = reader["val"];
                else if (reader.Name == "ilvl") style.ListLevel = WordValue.Number(reader["val"]);
            });
    });

    private static int? LevelOf(string name)
    {
        foreach (var heading in HeadingNames)
            if (name.StartsWith(heading, StringComparison.OrdinalIgnoreCase)
                && int.TryParse(name.AsSpan(heading.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= 9)
                return level;
        return null;
    }

    private T? First<T>(string? style, Func<Style, T?> of)
    {
        for (var step = 0; step < LongestChain && style is not null && styles.TryGetValue(style, out var found); step++)
        {
            if (of(found) is { } value) return value;
            style = found.BasedOn;
        }
        return default;
    }

    private sealed class Style
    {
        internal string? BasedOn { get; set; }

        internal int? OutlineLevel { get; set; }

        internal bool? IsBold { get; set; }

        internal string? List { get; set; }

        internal int? ListLevel { get; set; }
    }
}
