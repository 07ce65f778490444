using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Suite.Reporting.Documents;

/// <summary>Sizes of letters by the styles of a template.</summary>
sealed class StyleSizes(MainDocumentPart main)
{
    /// <summary>Word's own, where nothing says otherwise; in half points.</summary>
    const int Otherwise = 20;

    /// <summary>Styles may be based on each other in a circle.</summary>
    const int Deepest = 12;

    /// <summary>Of a paragraph style, in twentieths of a point.</summary>
    public int Of(string style)
    {
        var styles = main.StyleDefinitionsPart?.Styles;
        var id = style;
        for (var depth = 0; depth < Deepest && styles?.Elements<Style>().FirstOrDefault(s => s.StyleId?.Value == id) is { } found; depth++)
        {
            if (Size(found.StyleRunProperties?.FontSize) is { } size) return size * 10;
            if (found.BasedOn?.Val?.Value is not { } based) break;
            id = based;
        }

        return (Size(styles?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle?.FontSize) ?? Otherwise) * 10;
    }

    static int? Size(FontSize? size) => int.TryParse(size?.Val?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var half) && half > 0 ? half : null;
}
