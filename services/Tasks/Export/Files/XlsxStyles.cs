using DocumentFormat.OpenXml.Spreadsheet;

namespace Suite.Tasks.Export.Files;

/// <summary>What a cell of the sheet looks like; the values are positions in the style sheet.</summary>
enum XlsxStyle : uint
{
    Plain, Title, Scope, Note, Head, Section, Requirement, Text, Name,
}

/// <summary>The style sheet: fonts of official documents, thin lines around the table's cells, words wrapped.</summary>
static class XlsxStyles
{
    const string Body = "仿宋_GB2312";
    const string Heavy = "黑体";
    const double BodySize = 10.5;

    public static Stylesheet Sheet() => new(
        new Fonts(
            FontOf(Body, BodySize), FontOf("方正小标宋简体", 20), FontOf("楷体_GB2312", 14), FontOf(Body, 12), FontOf(Heavy, 12), FontOf(Heavy, 12, bold: true)),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border(), new Border(
            new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin },
            new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin })),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            Format(0, 0, HorizontalAlignmentValues.General, VerticalAlignmentValues.Center),
            Format(1, 0, HorizontalAlignmentValues.Center, VerticalAlignmentValues.Center),
            Format(2, 0, HorizontalAlignmentValues.Center, VerticalAlignmentValues.Center),
            Format(3, 0, HorizontalAlignmentValues.Left, VerticalAlignmentValues.Center),
            Format(4, 1, HorizontalAlignmentValues.Center, VerticalAlignmentValues.Center),
            Format(5, 1, HorizontalAlignmentValues.Center, VerticalAlignmentValues.Center),
            Format(0, 1, HorizontalAlignmentValues.Left, VerticalAlignmentValues.Top),
            Format(0, 1, HorizontalAlignmentValues.Left, VerticalAlignmentValues.Center),
            Format(0, 1, HorizontalAlignmentValues.Center, VerticalAlignmentValues.Center)),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    public static RunProperties PlainRun() => new(new FontSize { Val = BodySize }, new RunFont { Val = Body });

    public static RunProperties BoldRun() => new(new Bold(), new FontSize { Val = BodySize }, new RunFont { Val = Body });

    static Font FontOf(string name, double size, bool bold = false)
    {
        var font = new Font(new FontSize { Val = size }, new FontName { Val = name });
        if (bold) font.PrependChild(new Bold());
        return font;
    }

    static CellFormat Format(uint font, uint border, HorizontalAlignmentValues horizontal, VerticalAlignmentValues vertical) =>
        new(new Alignment { Horizontal = horizontal, Vertical = vertical, WrapText = true })
        {
            FontId = font, BorderId = border, FillId = 0, FormatId = 0, ApplyFont = true, ApplyBorder = border > 0, ApplyAlignment = true,
        };
}
