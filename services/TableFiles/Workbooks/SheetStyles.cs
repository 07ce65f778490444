using System.Globalization;
using Suite.TableFiles.Office;

namespace Suite.TableFiles.Workbooks;

/// <summary>The styles part: how a cell's number is shown and whether its font is bold.</summary>
internal sealed class SheetStyles
{
    /// <summary>Formats a file need not spell out (18.8.30), dates as in simplified Chinese.</summary>
    private static readonly Dictionary<int, string> BuiltIn = new()
    {
        [1] = "0", [2] = "0.00", [3] = "#,##0", [4] = "#,##0.00", [9] = "0%", [10] = "0.00%", [14] = "yyyy/m/d", [15] = "d-m-yy", [16] = "d-m", [17] = "m-yy",
        [18] = "h:mm AM/PM", [19] = "h:mm:ss AM/PM", [20] = "h:mm", [21] = "h:mm:ss", [22] = "yyyy/m/d h:mm", [27] = "yyyy\"年\"m\"月\"", [28] = "m\"月\"d\"日\"",
        [29] = "m\"月\"d\"日\"", [30] = "m-d-yy", [31] = "yyyy\"年\"m\"月\"d\"日\"", [32] = "h\"时\"mm\"分\"", [33] = "h\"时\"mm\"分\"ss\"秒\"",
        [36] = "yyyy\"年\"m\"月\"", [37] = "#,##0", [38] = "#,##0", [39] = "#,##0.00", [40] = "#,##0.00", [45] = "mm:ss", [46] = "[h]:mm:ss", [47] = "mm:ss",
        [49] = "@", [50] = "yyyy\"年\"m\"月\"", [51] = "m\"月\"d\"日\"", [52] = "yyyy\"年\"m\"月\"", [53] = "m\"月\"d\"日\"", [54] = "m\"月\"d\"日\"",
        [57] = "yyyy\"年\"m\"月\"", [58] = "m\"月\"d\"日\"",
    };

    private static readonly NumberFormat General = NumberFormat.Read("");

    private readonly Dictionary<int, NumberFormat> formats = [];
    private readonly List<bool> boldFonts = [];
    private readonly List<(int Format, int Font)> cells = [];

    /// <param name="reader">The styles part; null where the file has none.</param>
    public SheetStyles(PartReader? reader)
    {
        if (reader is null || !reader.ToRoot()) return;
        reader.Children(() =>
        {
            switch (reader.Name)
            {
                case "numFmts": reader.Children(() => formats[Index(reader["numFmtId"])] = NumberFormat.Read(reader["formatCode"] ?? "")); break;
                case "fonts": reader.Children(() => boldFonts.Add(IsBold(reader))); break;
                case "cellXfs": reader.Children(() => cells.Add((Index(reader["numFmtId"]), Index(reader["fontId"])))); break;
            }
        });
    }

    /// <param name="style">The cell's style attribute; null and unknown ones are plain.</param>
    public NumberFormat Format(string? style)
    {
        var number = Of(style).Format;
        if (formats.TryGetValue(number, out var own)) return own;
        return BuiltIn.TryGetValue(number, out var code) ? formats[number] = NumberFormat.Read(code) : General;
    }

    public bool IsBold(string? style) => Of(style).Font is var font && font >= 0 && font < boldFonts.Count && boldFonts[font];

    private (int Format, int Font) Of(string? style) => Index(style) is var index && index >= 0 && index < cells.Count ? cells[index] : (0, -1);

    private static bool IsBold(PartReader reader)
    {
        var isBold = false;
        reader.Children(() => isBold |= reader.Name == "b" && AttributeValue.Flag(reader));
        return isBold;
    }

    private static int Index(string? value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1;
}
