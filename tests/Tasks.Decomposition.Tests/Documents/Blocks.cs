using System.Text;
using Suite.Tasks.Decomposition.Documents;

namespace Suite.Tasks.Decomposition.Tests.Documents;

/// <summary>Blocks as text that a test can show: a line a block or row, cells between bars, spans in brackets, bold in stars, ¶ between paragraphs.</summary>
internal static class Blocks
{
    internal static FileContent Read(byte[] bytes, string contentType = "", string fileName = "", ReaderOptions? options = null) =>
        new FileReader(options ?? ReaderOptions.Default).Read(bytes, contentType, fileName);

    internal static string[] Shown(byte[] bytes, string contentType = "", string fileName = "") =>
        Show(Read(bytes, contentType, fileName).Document);

    internal static string[] Shown(string text, string contentType = "", string fileName = "") => Shown(Encoding.UTF8.GetBytes(text), contentType, fileName);

    internal static string[] Show(SourceDocument document) => [.. document.Blocks.SelectMany(Show)];

    private static IEnumerable<string> Show(Block block) => block switch
    {
        Paragraph { OutlineLevel: > 0 } heading => [$"{new string('#', heading.OutlineLevel)} {Show(heading.Text)}"],
        Paragraph body => [Show(body.Text)],
        Grid grid => grid.Rows.Select(Show),
        _ => throw new InvalidOperationException(),
    };

    private static string Show(GridRow row) => $"|{string.Concat(row.Cells.Select(c => $"{c.Column}{Span(c)} {Show(c.Text)}|"))}";

    private static string Span(GridCell cell) => cell is { ColumnSpan: 1, RowSpan: 1 } ? "" : $"[{cell.ColumnSpan}x{cell.RowSpan}]";

    private static string Show(Cells.CellText cell)
    {
        var shown = new StringBuilder();
        for (var i = 0; i <= cell.Text.Length; i++)
        {
            if (cell.Bold.Any(b => b.End == i)) shown.Append('*');
            if (i > 0 && cell.Paragraphs.Contains(i)) shown.Append('¶');
            if (cell.Bold.Any(b => b.Start == i)) shown.Append('*');
            if (i < cell.Text.Length) shown.Append(cell.Text[i]);
        }
        return shown.ToString();
    }
}
