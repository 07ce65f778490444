using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Documents;
using Suite.Tasks.Decomposition.Lists;
using Suite.Tasks.Decomposition.Wording;

namespace Suite.Tasks.Decomposition.Tables;

/// <summary>
/// The tables of a document as one: the first with a heading of a plan, those that repeat it or go on without one, and the lines between
/// them, which are sections, imprint or passed over with a notice.
/// </summary>
internal sealed class DocumentTableReader(SourceDocument document, ReaderOptions options)
{
    /// <summary>A title, a unit of measure and an issuer may stand in a sheet above its heading.</summary>
    private const int MostRowsAboveHeading = 12;
    private const int LongestTitle = 60;

    private readonly List<string> preface = [];
    private readonly List<string> postscript = [];
    private readonly List<SourceRow> rows = [];
    private readonly List<Diagnostic> diagnostics = [];
    private TableColumns? columns;
    private GridRowReader? reader;
    private Paragraph? title;
    private bool afterPageBreak;
    private long characters;
    private int count;

    /// <summary>The tables, or where there are none the list.</summary>
    /// <exception cref="PlanFormatException">
    /// While the rows are gone through: there is neither a table with such a heading nor such a list, or there are more rows than the options allow.
    /// </exception>
    internal SourceTable Read() => new(preface, postscript, Rows(), diagnostics);

    /// <summary>The rows of one block after those of another, so that the cells of no more than one are held here.</summary>
    private IEnumerable<SourceRow> Rows()
    {
        foreach (var block in document.Blocks)
        {
            if (block is Grid grid) ReadGrid(SpreadGrid.Rows(grid));
            else if (block is Paragraph { Text.IsEmpty: false } paragraph) ReadParagraph(paragraph);
            foreach (var row in rows) yield return row;
            rows.Clear();
        }
        if (title is not null && columns is not null) PassOver(title.Line, title.Text);
        if (columns is not null) yield break;
        var list = new ListTableReader(document, options).TryRead() ?? throw NoHeader();
        Become(list);
        foreach (var row in list.Rows) yield return row;
    }

    private void Become(SourceTable list)
    {
        preface.Clear();
        diagnostics.Clear();
        preface.AddRange(list.Preface);
        postscript.AddRange(list.Postscript);
        diagnostics.AddRange(list.Diagnostics);
    }

    private void ReadParagraph(Paragraph paragraph)
    {
        var words = paragraph.Text;
        var opens = words.Text.Length <= LongestTitle && (RowWords.IsSection(words.Folded) || (paragraph.OutlineLevel > 0 && columns is not null));
        if (columns is null) preface.Add(words.Text);
        else if (RowWords.IsImprint(words.Folded) || RowWords.IsDate(words.Folded) || RowWords.IsSigner(words.Folded)) postscript.Add(words.Text);
        else if (!opens) PassOver(paragraph.Line, words);
        if (!opens) return;
        if (title is not null && columns is not null) AddTitle(title.Line, title.Text);
        title = paragraph;
    }

    private void ReadGrid(List<SpreadRow> grid)
    {
        var at = HeadingIn(grid);
        if (at < 0 && !GoesOn(grid))
        {
            foreach (var row in grid.Where(_ => columns is null)) AddPreface(row);
            if (columns is not null) PassOver(grid[0].Line, grid[0].Places.Select(p => p.Text).FirstOrDefault(t => !t.IsEmpty) ?? CellText.Empty);
            return;
        }
        foreach (var row in grid.Take(at)) AddAbove(row);
        if (title is not null) AddTitle(title.Line, title.Text);
        title = null;
        afterPageBreak |= at < 0;
        for (var i = Math.Max(at, 0); i < grid.Count;)
            if (HeadingReader.TryRead(grid, i, repeated: i != at) is { } heading)
            {
                Enter(Settle(heading.Columns, [.. grid.Skip(i + heading.Rows)]), grid[i].Line);
                i += heading.Rows;
            }
            else ReadRow(grid[i++]);
    }

    private static int HeadingIn(List<SpreadRow> grid)
    {
        for (var i = 0; i < Math.Min(grid.Count, MostRowsAboveHeading); i++)
            if (HeadingReader.TryRead(grid, i, repeated: false) is not null) return i;
        return -1;
    }

    /// <summary>A table without a heading goes on with the one above where it is as wide.</summary>
    private bool GoesOn(List<SpreadRow> grid) => columns is not null && grid.Max(r => r.Places.Length) == columns.Count;

    /// <summary>What only the rows below tell of the columns.</summary>
    private TableColumns Settle(TableColumns found, List<SpreadRow> below)
    {
        var measures = UnitColumn.IndexIn(found, below);
        if (measures >= 0) found = ColumnChoice.TryMake(found.Headings, measures) ?? found;
        return Finer(found, below) with { Measures = measures, Unit = preface.Select(UnitColumn.InLine).FirstOrDefault(u => u is not null) };
    }

    /// <summary>Where a target spans measures that each have a unit of their own, the measures are the tasks.</summary>
    private static TableColumns Finer(TableColumns found, List<SpreadRow> below)
    {
        if (found.DetailsAsTargets is not { } finer) return found;
        var (target, lead, details) = (found.IndexOf(ColumnRole.Target), found.IndexOf(ColumnRole.LeadUnits), found.IndexOf(ColumnRole.Schedule));
        return lead >= 0 && below.Any(r => r[target] is { Begins: false, Text.IsEmpty: false } && r[lead].IsNew && r[details].IsNew) ? finer : found;
    }

    private void Enter(TableColumns found, int line)
    {
        afterPageBreak = columns is not null;
        if (columns is not null && columns.Columns.SequenceEqual(found.Columns)) return;
        (columns, reader) = (found, new GridRowReader(found));
        foreach (var column in found.Columns.Where((c, i) => c.Role == ColumnRole.Attribute && i != found.Measures))
            diagnostics.Add(new Diagnostic(DiagnosticLevel.Notice, DiagnosticCode.ColumnKept, null, null, line, Words.Shorten(column.Name),
                Findings.Say("ColumnKept", Words.Shorten(column.Name))));
    }

    private void ReadRow(SpreadRow row)
    {
        var filled = row.Filled().Where(c => row[c].IsNew).ToList();
        if (filled.Count == 0) return;
        var first = row[filled[0]].Text;
        if (RowWords.IsTotal(first.Folded) || (filled.Count == 1 && RowWords.IsFootnote(first.Folded))) PassOver(row.Line, first);
        else if (filled.Count == 1 && RowWords.IsImprint(first.Folded)) postscript.Add(first.Text);
        else if (TitleIn(row, filled) is { } words) AddTitle(row.Line, words);
        else AddRow(row);
    }

    /// <summary>The words of a section's heading: one cell over half of the table, or a number of its kind beside the only other words.</summary>
    private CellText? TitleIn(SpreadRow row, List<int> filled)
    {
        var last = row[filled[^1]];
        if (last.Text.Text.Length > LongestTitle || row.Filled().Count() != filled.Count) return null;
        if (filled.Count == 1) return last.Cell!.ColumnSpan > 1 && last.Cell.ColumnSpan * 2 >= columns!.Count ? last.Text : null;
        var number = columns!.IndexOf(ColumnRole.Number);
        // What a section sums up belongs to none of its tasks.
        var sums = filled.Skip(2).ToList();
        if (filled.Count < 2 || filled[0] != number || !sums.TrueForAll(c => IsSum(row, c)) || !RowWords.IsSectionNumber(row[number].Text.Folded) || row[filled[1]].Text.Text.Length > LongestTitle
            || columns.Columns[Math.Min(filled[1], columns.Count - 1)].Role is not (ColumnRole.Target or ColumnRole.Requirement)) return null;
        if (sums.Count > 0) PassOver(row.Line, CellText.Of(string.Join('、', filled.Select(c => row[c].Text.Text))));
        return CellText.Join([row[number].Text, CellText.Of("、"), row[filled[1]].Text]);
    }

    private bool IsSum(SpreadRow row, int column) =>
        column < columns!.Count && columns.Columns[column].Role == ColumnRole.Attribute && Quantities.Figure.Is(row[column].Text.Folded);

    private void AddRow(SpreadRow row)
    {
        RequireRoom(row.Line);
        if (row.Places.Length != columns!.Count)
            diagnostics.Add(new Diagnostic(DiagnosticLevel.Warning, DiagnosticCode.CellCount, null, null, row.Line, "",
                Findings.Say("CellCount", row.Places.Length, columns.Count)));
        var read = reader!.Read(row, afterPageBreak);
        characters += read.Cells.Sum(c => c.Value.Text.Length);
        if (characters > options.MaxCharacters)
            throw new PlanFormatException(PlanFormatReason.TooLong,
                $"Line {row.Line}: with merged cells counted for every row they cover the table has more than {options.MaxCharacters} characters.",
                $"at most {options.MaxCharacters} characters", row.Line);
        rows.Add(read);
        count++;
        afterPageBreak = false;
    }

    private void AddTitle(int line, CellText words)
    {
        RequireRoom(line);
        count++;
        rows.Add(SourceRow.Section(line, words));
    }

    private void RequireRoom(int line)
    {
        if (count == options.MaxRows)
            throw new PlanFormatException(PlanFormatReason.TooManyRows, $"Line {line}: the table has more than {options.MaxRows} rows.",
                $"at most {options.MaxRows} rows", line, 1);
    }

    /// <summary>A row above the heading: the document's title in the first table, the sheet's in a later one.</summary>
    private void AddAbove(SpreadRow row)
    {
        if (columns is null) AddPreface(row);
        else foreach (var column in row.Filled().Where(c => row[c].IsNew)) PassOver(row.Line, row[column].Text);
    }

    private void AddPreface(SpreadRow row)
    {
        var words = string.Concat(row.Filled().Where(c => row[c].IsNew).Select(c => row[c].Text.Text));
        if (words.Length > 0) preface.Add(words);
    }

    private void PassOver(int line, CellText words) =>
        diagnostics.Add(new Diagnostic(DiagnosticLevel.Notice, DiagnosticCode.TextOutsideTable, null, null, line,
            Words.Shorten(words.Text), Findings.Say("TextOutsideTable")));

    private static PlanFormatException NoHeader() => new(PlanFormatReason.NoHeader,
        "No row names the columns of a decomposition table, and no list item names who is responsible.",
        "a row of cells with 年度目标 or 工作任务 (what is to be done) and 季度安排, 责任领导 or 牵头单位 (schedule, leaders, lead unit), or numbered items with 责任单位：…");
}
