using Suite.TableFiles.Workbooks;
using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Documents.Sheets;

/// <summary>A workbook to blocks, sheet after sheet. A line is a row of its sheet.</summary>
internal sealed class WorkbookBlocks(ReaderOptions options, Notices notices) : IWorkbookVisitor
{
    private readonly BlockList blocks = new(options);
    private readonly Dictionary<(RichText, bool), CellText> shown = [];
    private SheetCells cells = new(options);
    private int places;

    public void BeginSheet(string name) => cells = new SheetCells(options);

    public void Visit(SheetCell cell)
    {
        var text = Show(cell);
        if (text.IsEmpty) return;
        cells.Add(cell.Row, cell.Column, text);
        if (cell.IsRowHidden) TellHidden(cell.Row, "RowsHidden");
        if (cell.IsColumnHidden) TellHidden(cell.Row, "ColumnsHidden");
    }

    public void Merge(Area area) => cells.Merge(area);

    public void EndSheet() => cells.Build(blocks, ref places);

    public void Tell(WorkbookNotice notice, int row, string sheet)
    {
        if (notice == WorkbookNotice.FormulaWithoutResult) notices.Add(DiagnosticCode.ContentPassedOver, row, "", "FormulasWithoutResult");
        else if (notice == WorkbookNotice.SheetHidden) notices.Add(DiagnosticCode.ContentHidden, row, "", "SheetHidden", sheet);
        else notices.Add(DiagnosticCode.ContentPassedOver, row, "",
            notice == WorkbookNotice.CommentsPassedOver ? "SheetCommentsPassedOver" : "SheetDrawingsPassedOver", sheet);
    }

    internal SourceDocument ToDocument() => blocks.ToDocument();

    private void TellHidden(int row, string key) => notices.Add(DiagnosticCode.ContentHidden, row, "", key);

    /// <summary>One object however many cells show a string.</summary>
    private CellText Show(SheetCell cell)
    {
        if (!cell.Text.IsShared) return Build(cell);
        var key = (cell.Text, cell.IsBold);
        return shown.TryGetValue(key, out var text) ? text : shown[key] = Build(cell);
    }

    private CellText Build(SheetCell from)
    {
        var cell = new CellTextBuilder(options, from.Row);
        foreach (var (words, own) in from.Text.Runs)
        {
            var lines = words.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (i > 0) cell.EndParagraph();
                cell.Add(lines[i], own ?? from.IsBold);
            }
        }
        return cell.Build();
    }
}
