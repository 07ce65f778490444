namespace Suite.TableFiles.Workbooks;

/// <summary>Gets what stands in a workbook, in the order of reading, while it is read.</summary>
public interface IWorkbookVisitor
{
    /// <summary>A visible sheet begins.</summary>
    void BeginSheet(string name);

    /// <summary>A cell that shows something; empty ones are passed over.</summary>
    void Visit(SheetCell cell);

    /// <summary>Cells that are shown as one.</summary>
    void Merge(Area area);

    void EndSheet();

    /// <summary>Something a reader of the file should know.</summary>
    /// <param name="row">From 1; 1 where no row can be named.</param>
    /// <param name="sheet">Name of the sheet where the sheet as a whole is meant; empty otherwise.</param>
    void Tell(WorkbookNotice notice, int row, string sheet);
}

/// <summary>A filled cell as it is shown: numbers and dates in their formats.</summary>
/// <param name="Row">From 1.</param>
/// <param name="Column">From 0.</param>
/// <param name="Text">The same object for all cells that share a string.</param>
public readonly record struct SheetCell(int Row, int Column, RichText Text, bool IsBold, bool IsRowHidden, bool IsColumnHidden);

/// <summary>What is told of a workbook beside its cells.</summary>
public enum WorkbookNotice
{
    /// <summary>A sheet is hidden and not read.</summary>
    SheetHidden,

    /// <summary>A formula was never calculated: its cell shows nothing.</summary>
    FormulaWithoutResult,

    /// <summary>A sheet's comments are not read.</summary>
    CommentsPassedOver,

    /// <summary>A sheet's pictures and shapes are not read.</summary>
    DrawingsPassedOver,
}
