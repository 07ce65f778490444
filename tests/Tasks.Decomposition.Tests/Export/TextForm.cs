using System.Text;
using Suite.Tasks.Export;

namespace Suite.Tasks.Decomposition.Tests.Export;

/// <summary>A laid-out plan in the text form, which shows what the layout alone says.</summary>
internal static class TextForm
{
    internal static string Write(PlanTable table)
    {
        var text = new StringBuilder();
        foreach (var line in table.Heading) text.Append(Escaped(line.Text)).Append("\n\n");
        text.AppendJoin('\t', table.Columns.Select(c => c.Title.Replace('\n', ' '))).Append('\n');
        foreach (var section in table.Sections)
        {
            foreach (var title in section.Titles) text.Append("<b>").Append(Escaped(title)).Append("</b>").Append('\t', table.Columns.Count - 1).Append('\n');
            foreach (var group in section.Groups)
                foreach (var (i, row) in group.Rows.Index())
                    text.AppendJoin('\t', row.Cells.Prepend(i == 0 ? group.Requirement : CellContent.Empty).Select(Cell)).Append('\n');
        }

        return text.ToString();
    }

    private static string Cell(CellContent cell) => string.Concat(cell.Lines.Select(l => $"<p>{string.Concat(l.Runs.Select(Run))}</p>"));

    private static string Run(TextRun run) => run.Bold ? $"<b>{Escaped(run.Text)}</b>" : Escaped(run.Text);

    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
