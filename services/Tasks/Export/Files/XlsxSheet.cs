using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Suite.Tasks.Export.Files;

/// <summary>The sheet, written row by row.</summary>
sealed class XlsxSheet
{
    readonly PlanTable _table;
    readonly SharedStrings _strings;
    readonly List<string> _merged = [];
    uint _row;

    public XlsxSheet(PlanTable table, SharedStrings strings)
    {
        (_table, _strings) = (table, strings);
        HeadRow = (uint)table.Heading.Count + 1;
        LastRow = HeadRow + (uint)table.Sections.Sum(s => s.Titles.Count + s.Groups.Sum(g => g.Rows.Count));
    }

    /// <summary>The row of the columns' names, from 1.</summary>
    public uint HeadRow { get; }

    public string FilterRange => $"$A${HeadRow}:${LastColumn}${LastRow}";

    uint LastRow { get; }

    string LastColumn => Column(_table.Columns.Count - 1);

    public void Write(WorksheetPart part)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        foreach (var element in XlsxPage.Before(HeadRow, _table.Columns)) writer.WriteElement(element);
        writer.WriteStartElement(new SheetData());
        foreach (var line in _table.Heading) WriteWide(writer, CellContent.Plain(line.Text), StyleOf(line.Kind), XlsxHeights.Of(line.Kind));
        WriteRow(writer, XlsxHeights.Head, _table.Columns.Select(c => (CellContent.Plain(c.Title), XlsxStyle.Head)));
        foreach (var section in _table.Sections) WriteSection(writer, section);
        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = FilterRange.Replace("$", "", StringComparison.Ordinal) });
        if (_merged.Count > 0) writer.WriteElement(new MergeCells(_merged.Select(range => new MergeCell { Reference = range })) { Count = (uint)_merged.Count });
        foreach (var element in XlsxPage.After(_table.Draft)) writer.WriteElement(element);
        writer.WriteEndElement();
    }

    void WriteSection(OpenXmlWriter writer, PlanSection section)
    {
        foreach (var title in section.Titles) WriteWide(writer, new([new([new(title, Bold: true)])]), XlsxStyle.Section, XlsxHeights.Section);
        foreach (var group in section.Groups)
        {
            var heights = XlsxHeights.Of(group, _table.Columns);
            if (group.Rows.Count > 1) _merged.Add(string.Create(CultureInfo.InvariantCulture, $"A{_row + 1}:A{_row + group.Rows.Count}"));
            foreach (var (i, task) in group.Rows.Index())
                WriteRow(writer, heights[i], task.Cells.Select((cell, at) => (cell, _table.Columns[at + 1].Centred ? XlsxStyle.Name : XlsxStyle.Text))
                    .Prepend((i == 0 ? group.Requirement : CellContent.Empty, XlsxStyle.Requirement)));
        }
    }

    /// <summary>A row of one cell over all columns.</summary>
    void WriteWide(OpenXmlWriter writer, CellContent content, XlsxStyle style, double height)
    {
        WriteRow(writer, height, _table.Columns.Select((_, at) => (at == 0 ? content : CellContent.Empty, style)));
        _merged.Add(string.Create(CultureInfo.InvariantCulture, $"A{_row}:{LastColumn}{_row}"));
    }

    void WriteRow(OpenXmlWriter writer, double height, IEnumerable<(CellContent Content, XlsxStyle Style)> cells)
    {
        _row++;
        writer.WriteElement(new Row(cells.Select((cell, at) => CellOf(cell.Content, cell.Style, at)))
        {
            RowIndex = _row, Height = height, CustomHeight = true,
        });
    }

    Cell CellOf(CellContent content, XlsxStyle style, int column)
    {
        var cell = new Cell { CellReference = string.Create(CultureInfo.InvariantCulture, $"{Column(column)}{_row}"), StyleIndex = (uint)style };
        if (content.Lines.Count == 0) return cell;
        cell.DataType = CellValues.SharedString;
        cell.CellValue = new(_strings.Add(content));
        return cell;
    }

    static XlsxStyle StyleOf(HeadingKind kind) => kind switch
    {
        HeadingKind.Title => XlsxStyle.Title,
        HeadingKind.Scope => XlsxStyle.Scope,
        _ => XlsxStyle.Note,
    };

    /// <summary>A, B, …, Z, AA, …</summary>
    static string Column(int at) => at < 26 ? ((char)('A' + at)).ToString() : $"{Column((at / 26) - 1)}{(char)('A' + (at % 26))}";
}
