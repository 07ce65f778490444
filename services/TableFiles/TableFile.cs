using Suite.TableFiles.Office;
using Suite.TableFiles.Separated;
using Suite.TableFiles.Workbooks;

namespace Suite.TableFiles;

/// <summary>Reads .xlsx, CSV and TSV into plain tables, for imports that go by headings and rows.</summary>
public static class TableFile
{
    private const string Expected = "a table as .xlsx, or as CSV in UTF-8 or GB18030";

    /// <summary>What is a file, its bytes tell.</summary>
    /// <param name="contentType">As the sender calls it, may be empty; only names an encoding.</param>
    /// <returns>The tables with words in them, at least one.</returns>
    /// <exception cref="FileRefusedException">The form is not read, the file is empty, broken or larger than the limits.</exception>
    public static IReadOnlyList<Table> Read(ReadOnlyMemory<byte> bytes, string contentType, FileLimits limits)
    {
        Signatures.RefuseOthers(bytes.Span);
        var tables = Signatures.IsZip(bytes.Span) ? Workbook(bytes, limits) : [Separated(bytes, contentType, limits)];
        var filled = tables.Where(t => t.Rows.Count > 0).ToList();
        return filled.Count > 0 ? filled : throw new FileRefusedException(FileFault.Empty, "The file is empty.", Expected);
    }

    private static IReadOnlyList<Table> Workbook(ReadOnlyMemory<byte> bytes, FileLimits limits) => OfficeFile.Read(bytes, limits, (package, root, main) =>
    {
        if (root == "document") throw new FileRefusedException(FileFault.UnsupportedForm, "The file is a Word document, which is not read here.", Expected);
        if (root != "workbook") throw OfficeFile.Unsupported(package, root);
        var tables = new WorkbookTables(limits);
        new WorkbookReader(package, limits, tables).Read(main);
        return tables.Tables;
    });

    private static Table Separated(ReadOnlyMemory<byte> bytes, string contentType, FileLimits limits)
    {
        var (text, _) = new TextDecoder(limits).Decode(bytes.Span, contentType);
        var records = new SeparatedText(text, SeparatedForm.Separator(text));
        var (rows, fields) = (new List<TableRow>(), new List<string>());
        while (records.TryRead(fields, out var line))
        {
            if (fields.TrueForAll(string.IsNullOrWhiteSpace)) continue;
            if (rows.Count == limits.MaxRows) throw FileRefusals.TooManyRows(limits, line);
            if (fields.Count > limits.MaxColumns) throw FileRefusals.TooWide(limits, line);
            if (fields.Find(f => f.Length > limits.MaxCellCharacters) is { } longest) throw FileRefusals.CellTooLong(limits, line, longest.Length);
            rows.Add(new TableRow(line, [.. fields]));
        }
        return new Table("", rows);
    }
}
