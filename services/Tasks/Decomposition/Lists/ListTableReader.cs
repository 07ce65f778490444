using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Documents;
using Suite.Tasks.Decomposition.Tables;
using Suite.Tasks.Decomposition.Wording;

namespace Suite.Tasks.Decomposition.Lists;

/// <summary>
/// The list form: numbered items under headings, each with a line or a bracket that says who is responsible and when it is due. What carries
/// such words is a task; what carries none and stands above is a section, and the words of its own beneath are the requirement.
/// </summary>
internal sealed class ListTableReader(SourceDocument document, ReaderOptions options)
{
    private const int LongestTitle = 60;

    private readonly List<SourceRow> rows = [];
    private readonly List<string> postscript = [];
    private readonly List<Diagnostic> diagnostics = [];
    private readonly List<(int Level, IReadOnlyList<LabelledValue> Values)> inherited = [];
    private readonly ListDeadlines deadlines = new();
    private CellText requirement = CellText.Empty;

    /// <summary>The list as a table, or null where no item names a unit or a leader.</summary>
    /// <exception cref="PlanFormatException">There are more items than the options allow.</exception>
    internal SourceTable? TryRead()
    {
        if (IsTable()) return null;
        var (preface, items) = ListItem.ReadAll(document);
        if (!items.Exists(i => i.Values.Any(v => v.Kind >= ColumnKind.Leaders))) return null;
        items = GatherParts(items);
        var levels = items.Where(i => i.Values.Count > 0).Select(i => i.Style.Level).ToHashSet();
        for (var i = 0; i < items.Count; i++) ReadItem(items, i, levels);
        diagnostics.AddRange(deadlines.Close(rows));
        return new SourceTable(preface, postscript, rows, diagnostics);
    }

    /// <summary>A list may be set in a frame of cells; rows of three and more are a table, whose heading is missing.</summary>
    private bool IsTable()
    {
        var wide = document.Blocks.OfType<Grid>().SelectMany(g => g.Rows).Count(r => r.Cells.Count(c => !c.Text.IsEmpty) > 2);
        return wide > 1 && wide >= document.Blocks.OfType<Paragraph>().Count();
    }

    /// <summary>
    /// Parts whose responsible units stand once, in a line below the last of them, are one item with the numbered line above them.
    /// </summary>
    private static List<ListItem> GatherParts(List<ListItem> items)
    {
        var gathered = new List<ListItem>();
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            var last = i;
            while (last + 1 < items.Count && items[last + 1].Style.Level > item.Style.Level && items[last].Values.Count == 0) last++;
            var belongs = item.Style.Level >= 4 && item.Values.Count == 0 && last > i + 1 && items[last].ValuesBelow;
            for (var part = i + 1; belongs && part <= last; part++) item.Take(items[part]);
            // Parts below an item that names its units already, and name none, are its words.
            while (!belongs && item.Values.Count > 0 && i + 1 < items.Count && items[i + 1].Style.Level > Math.Max(item.Style.Level, 3)
                && items[i + 1].Values.Count == 0 && !Hands(item, items[i + 1])) item.Take(items[++i]);
            gathered.Add(item);
            if (belongs) i = last;
        }
        return gathered;
    }

    private void ReadItem(List<ListItem> items, int at, HashSet<int> levels)
    {
        var item = items[at];
        if (item.Deadline is { } deadline)
        {
            deadlines.Set(deadline, item.Line, rows);
            return;
        }
        if (item.Signature is { } signature)
        {
            postscript.Add(signature.Text);
            return;
        }
        var words = item.Words;
        inherited.RemoveAll(h => h.Level >= item.Style.Level && (item.Style.Level > 0 || item.IsHeading));
        if (at + 1 < items.Count && Hands(item, items[at + 1]))
        {
            AddSection(item, words);
            inherited.Add((item.Style.Level, item.Values));
        }
        else if (item.Values.Count > 0) AddTask(item, words);
        else if (RowWords.IsImprint(words.Folded)) postscript.Add(words.Text);
        else if (at + 1 < items.Count && Holds(item, items[at + 1]))
        {
            AddSection(item, words);
            if (SharedDeadline.InHeading(words) is { } due) inherited.Add((item.Style.Level, [new LabelledValue(ColumnKind.Deadline, "", due)]));
        }
        else if (item.Style.Level > 0 && (levels.Contains(item.Style.Level) || inherited.Exists(h => h.Values.Any(v => v.Kind >= ColumnKind.Leaders))) && !item.IsHeading)
            AddTask(item, words);
        else PassOver(item.Line, words);
    }

    /// <summary>A heading whose leader, or unit, is that of the items beneath it.</summary>
    private static bool Hands(ListItem above, ListItem below) => above.Values.Count > 0 && above.Style.Level is > 0 and < 4
        && below.Style.Level > above.Style.Level && (above.Values.All(v => v.Kind < ColumnKind.Lead) ? below.Values.Count > 0 || above.Values.All(v => v.Kind == ColumnKind.Deadline)
            : below.Values.Count == 0 && !above.Words.Folded.Contains('。'));

    private static bool Holds(ListItem above, ListItem below) => below is { Deadline: null, Signature: null } && (
        above.IsHeading ? !below.IsHeading || below.Style.Level >= above.Style.Level
        : above.Style.Level > 0 && (below.Style.Level > above.Style.Level || below.Style.Level == 0));

    /// <summary>The first line, or its first sentence, is the title; the rest is what the items come from.</summary>
    private void AddSection(ListItem item, CellText words)
    {
        if (words.IsEmpty) return;
        RequireRoom(item.Line);
        var end = words.Paragraphs.Count > 1 ? words.Paragraphs[1] : words.Text.Length;
        var stop = words.Folded.AsSpan(0, end).IndexOfAny("。:");
        if (stop > 0) end = Math.Min(end, stop + 1);
        var title = words.Slice(0, end);
        if (title.Text.Length > LongestTitle) (title, requirement) = (CellText.Empty, words);
        else requirement = words.Slice(end, words.Text.Length);
        if (title.IsEmpty) return;
        var number = item.Style.Label is ['（', ..] or ['第', ..] or "" ? item.Style.Label : item.Style.Label + "、";
        rows.Add(SourceRow.Section(item.Line, CellText.Join([CellText.Of(number), title.Slice(0, title.Folded.TrimEnd('。', ':', ';').Length)])));
    }

    private void AddTask(ListItem item, CellText words)
    {
        RequireRoom(item.Line);
        if (!words.Folded.Any(char.IsLetterOrDigit) && !item.Values.Any(v => v.Kind == ColumnKind.Goal && !v.Words.IsEmpty)) return;
        var handed = inherited.SelectMany(h => h.Values).Where(v => !item.Values.Any(own => own.Kind == v.Kind));
        var cells = ListCells.Of([.. item.Values, .. handed]);
        if (item.Style.Label.Length > 0) cells[new SourceColumn(ColumnRole.Number)] = CellText.Of(item.Style.Label);
        if (item.Values.LastOrDefault(v => v.Kind == ColumnKind.Goal) is { Words.IsEmpty: false } goal)
        {
            // 目标任务：… below its title says what is to be reached.
            if (!words.IsEmpty) cells[new SourceColumn(ColumnRole.Requirement)] = words;
            cells.Remove(new SourceColumn(ColumnRole.Attribute, goal.Label));
            words = goal.Words;
        }
        cells[new SourceColumn(ColumnRole.Target)] = words;
        if (!requirement.IsEmpty && !cells.ContainsKey(new SourceColumn(ColumnRole.Requirement))) cells[new SourceColumn(ColumnRole.Requirement)] = requirement;
        requirement = CellText.Empty;
        deadlines.Meet(rows.Count, lacks: !cells.ContainsKey(new SourceColumn(ColumnRole.Deadline)) && !cells.ContainsKey(new SourceColumn(ColumnRole.Schedule)));
        rows.Add(new SourceRow(item.Line, AfterPageBreak: false, RowCells.Of(cells)) { IsTask = true, UnitsInOne = ListCells.NameUnitsInOne(item.Values) });
    }

    private void RequireRoom(int line)
    {
        if (rows.Count == options.MaxRows)
            throw new PlanFormatException(PlanFormatReason.TooManyRows, $"Line {line}: the list has more than {options.MaxRows} items.",
                $"at most {options.MaxRows} items", line, 1);
    }

    private void PassOver(int line, CellText words)
    {
        if (!words.IsEmpty)
            diagnostics.Add(new Diagnostic(DiagnosticLevel.Notice, DiagnosticCode.TextOutsideTable, null, null, line,
                Words.Shorten(words.Text), Findings.Say("TextOutsideTable")));
    }
}
