using Suite.TableFiles.Separated;
using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Documents;

/// <summary>
/// CSV and TSV to blocks: lines with one filled field above the first with more are paragraphs, the rest is one grid. Cells carry the light
/// markup of the text form; a line break inside a quoted cell begins a paragraph.
/// </summary>
internal sealed class SeparatedReader(ReaderOptions options)
{
    internal SourceDocument Read(string text, char separator)
    {
        var records = new SeparatedText(text, separator);
        var blocks = new BlockList(options);
        var grid = new GridBuilder(options);
        var fields = new List<string>();
        while (records.TryRead(fields, out var line))
        {
            var filled = fields.FindAll(f => !string.IsNullOrWhiteSpace(f));
            if (filled.Count == 0) continue;
            if (grid.IsEmpty && filled.Count == 1) blocks.Add(new Paragraph(line, Cell(filled[0], line)));
            else AddRow(grid, fields, line);
        }
        var places = 0;
        if (grid.Build(ref places) is { } table) blocks.Add(table);
        return blocks.ToDocument();
    }

    private void AddRow(GridBuilder grid, List<string> fields, int line)
    {
        grid.StartRow(line);
        foreach (var field in fields) grid.Add(Cell(field, line), columnSpan: 1, rowSpan: 1);
    }

    private CellText Cell(string field, int line) => CellTextReader.Read(field, 0, field.Length, options, line, linesAreParagraphs: true);
}
