using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Suite.Tasks.Export.Files;

/// <summary>How the sheet is seen and printed: the heading frozen, A4 in landscape, as wide as the page.</summary>
static class XlsxPage
{
    const uint A4 = 9;

    public static IEnumerable<OpenXmlElement> Before(uint headRow, IReadOnlyList<TableColumn> columns)
    {
        var below = string.Create(CultureInfo.InvariantCulture, $"A{headRow + 1}");
        return
        [
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView(
                new Pane { VerticalSplit = headRow, TopLeftCell = below, ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
                new Selection { Pane = PaneValues.BottomLeft, ActiveCell = below, SequenceOfReferences = new() { InnerText = below } })
            { WorkbookViewId = 0, TabSelected = true }),
            new SheetFormatProperties { DefaultRowHeight = XlsxHeights.Line },
            new Columns(columns.Select((column, at) => new Column
            {
                Min = (uint)at + 1, Max = (uint)at + 1, Width = XlsxHeights.Characters(column), CustomWidth = true,
            })),
        ];
    }

    public static IEnumerable<OpenXmlElement> After(bool draft) =>
    [
        new PrintOptions { HorizontalCentered = true },
        new PageMargins { Left = 0.6, Right = 0.6, Top = 0.8, Bottom = 0.8, Header = 0.4, Footer = 0.4 },
        new PageSetup { PaperSize = A4, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
        new HeaderFooter
        {
            OddHeader = draft ? new($"&R{PlanTable.DraftMark}") : null,
            OddFooter = new("&C— &P —"),
        },
    ];
}
