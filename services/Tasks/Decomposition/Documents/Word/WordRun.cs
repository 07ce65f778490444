using System.Globalization;
using Suite.TableFiles.Office;

namespace Suite.Tasks.Decomposition.Documents.Word;

/// <summary>What a run's properties (17.3.2) say that matters here: weight, and whether it is hidden.</summary>
internal sealed class WordRun(PartReader reader, WordStyles styles)
{
    /// <summary>The style of the paragraph around.</summary>
    internal string? Style { get; set; }

    internal bool IsBoldByStyle(string? own) => styles.IsBold(own) ?? styles.IsBold(Style) ?? false;

    internal (bool IsBold, bool IsHidden) Read()
    {
        string? own = null;
        bool? isBold = null;
        var isHidden = false;
        reader.Children(() =>
        {
            switch (reader.Name)
            {
                case "rStyle": own = reader["val"]; break;
                case "b": isBold = WordValue.Flag(reader); break;
                case "vanish": isHidden = WordValue.Flag(reader); break;
            }
        });
        return (isBold ?? IsBoldByStyle(own), isHidden);
    }

    /// <summary>A symbol by its code; those of symbol fonts (F000 to F0FF) have no character of their own and are left out.</summary>
    internal static string Symbol(string? code) =>
        int.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
        && number is > 0x1F and < 0xD800 ? ((char)number).ToString() : "";
}
