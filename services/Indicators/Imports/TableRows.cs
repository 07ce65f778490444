using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.TableFiles;
using Suite.TableFiles.Office;
using Suite.TableFiles.Separated;
using Suite.TableFiles.Workbooks;

namespace Suite.Indicators.Imports;

/// <summary>A row of a table: its line from 1, and its cells.</summary>
public readonly record struct TableRow(int Line, IReadOnlyList<string> Cells);

/// <summary>The rows of a .csv or of the sheets of a .xlsx, one after the other.</summary>
public static class TableRows
{
    public const int Most = 500_001;

    static readonly FileLimits Limits = new() { MaxRows = Most, MaxCharacters = 24_000_000, MaxCellCharacters = 2000, MaxColumns = 800 };

    /// <exception cref="ProblemException">UNREADABLE_DOCUMENT.</exception>
    public static IEnumerable<TableRow> Read(ReadOnlyMemory<byte> bytes, string contentType)
    {
        try
        {
            return bytes.Span.StartsWith("PK\u0003\u0004"u8) ? Workbook(bytes) : Separated(new TextDecoder(Limits).Decode(bytes.Span, contentType).Text);
        }
        catch (FileRefusedException error)
        {
            throw Problems.Because(Reason.UnreadableDocument, $"{(error.Line is { } line ? $"line {line}: " : "")}{error.Message} Expected: {error.Expected}");
        }
    }

    static IEnumerable<TableRow> Separated(string text)
    {
        var reader = new SeparatedText(text, SeparatedForm.Separator(text));
        var fields = new List<string>();
        for (var rows = 0; reader.TryRead(fields, out var line); rows++)
        {
            if (rows >= Most) throw Problems.Because(Reason.UnreadableDocument, $"line {line}: the table has more than {Most - 1} rows.");
            yield return new(line, [.. fields]);
        }
    }

    static List<TableRow> Workbook(ReadOnlyMemory<byte> bytes) => OfficeFile.Read(bytes, Limits, (package, root, main) =>
    {
        if (root != "workbook") throw OfficeFile.Unsupported(package, root);
        var rows = new SheetRows();
        new WorkbookReader(package, Limits, rows).Read(main);
        return rows.All;
    });

    /// <summary>Collects cells into rows; hidden ones are passed over.</summary>
    sealed class SheetRows : IWorkbookVisitor
    {
        const int MostCells = 5_000_000;

        readonly SortedDictionary<int, List<string>> _sheet = [];
        int _cells;

        public List<TableRow> All { get; } = [];

        public void BeginSheet(string name) => _sheet.Clear();

        public void Visit(SheetCell cell)
        {
            if (cell.IsRowHidden || cell.IsColumnHidden || cell.Column >= Limits.MaxColumns) return;
            if (!_sheet.TryGetValue(cell.Row, out var row)) _sheet[cell.Row] = row = [];
            _cells += Math.Max(0, cell.Column + 1 - row.Count);
            if (_cells > MostCells || _sheet.Count + All.Count > Most)
                throw Problems.Because(Reason.UnreadableDocument, $"row {cell.Row}: the workbook has more than {Most - 1} rows or {MostCells} cells.");
            while (row.Count < cell.Column) row.Add("");
            if (row.Count == cell.Column) row.Add(cell.Text.Plain);
        }

        public void Merge(Area area)
        {
            // A value that stands for several rows or columns is read where it stands.
        }

        public void EndSheet() => All.AddRange(_sheet.Select(row => new TableRow(row.Key, row.Value)));

        public void Tell(WorkbookNotice notice, int row, string sheet)
        {
            // Comments and drawings hold no figures.
        }
    }
}
