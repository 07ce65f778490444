using Suite.Directory.Import.Wording;
using Suite.TableFiles;

namespace Suite.Directory.Import;

/// <summary>Finds the headings of a table and what it is about by their meaning.</summary>
static class HeadingReader
{
    /// <summary>So many rows may stand above the headings, themselves included.</summary>
    public const int MostLooked = 10;

    /// <param name="content">What the caller says it is about; null for whatever the headings tell.</param>
    /// <param name="known">Null where the headings may mean more than one thing, which the findings tell.</param>
    /// <returns>False where there are no headings that are known.</returns>
    public static bool TryRead(Table table, TableContent? content, ImportFindings findings, out ImportTable? known)
    {
        known = null;
        var asked = content is { } one ? [one] : TableColumns.Contents.ToList();
        var found = table.Rows.Take(MostLooked).Select((row, at) => (At: at, Known: asked.Where(c => HasNeeded(row, c)).ToList())).FirstOrDefault(r => r.Known.Count > 0);
        if (found.Known is null) return false;
        var head = table.Rows[found.At];
        var likeliest = found.Known.GroupBy(c => Columns(head, c).Count).MaxBy(g => g.Key)!.ToList();
        if (likeliest.Count > 1) findings.Error(new ImportPlace(table.Sheet, head.Line), "ContentUnsure", Named(likeliest[0]), Named(likeliest[1]));
        else known = TableOf(table, found.At, likeliest[0], findings);
        return true;
    }

    /// <summary>The columns without which a table is not about any of these.</summary>
    public static string Needed(IEnumerable<TableContent> contents) => string.Join(" | ", contents.Select(Needed));

    /// <summary>单位, and in English beside it.</summary>
    public static string Named(TableContent content) => ImportWords.Say($"Content{content}");

    static ImportTable TableOf(Table table, int headAt, TableContent content, ImportFindings findings)
    {
        var head = table.Rows[headAt];
        var place = new ImportPlace(table.Sheet, head.Line);
        var (at, headings) = (new Dictionary<string, int>(), new Dictionary<string, string>());
        foreach (var (column, words) in head.Cells.Index().Where(c => c.Item.Trim().Length > 0))
        {
            if (TableColumns.IsPassword(words)) findings.Error(place, "PasswordColumn");
            else if (Meant(words, content) is not { } meant) findings.Notice(place, words, "ColumnUnknown", Excerpt.Of(words.Trim()));
            else if (!at.TryAdd(meant.Key, column)) findings.Error(place, "ColumnRepeated", headings[meant.Key], Excerpt.Of(words.Trim()));
            else headings[meant.Key] = Excerpt.Of(words.Trim());
        }

        var columns = new ImportColumns(at, headings);
        var rows = table.Rows.Skip(headAt + 1).Select(row => new ImportRow(table.Sheet, row, columns)).Where(row => !row.IsEmpty).ToList();
        if (rows.Count == 0) findings.Notice(place, "", "RowsMissing");
        if (table.HasBareFormulas) findings.Notice(place, "", "BareFormulas");
        return new(table.Sheet, content, rows);
    }

    static bool HasNeeded(TableRow row, TableContent content)
    {
        var columns = Columns(row, content);
        return TableColumns.Of(content).Where(c => c.IsNeeded).All(columns.Contains);
    }

    static HashSet<TableColumn> Columns(TableRow row, TableContent content) => [.. row.Cells.Select(words => Meant(words, content)).OfType<TableColumn>()];

    static TableColumn? Meant(string words, TableContent content)
    {
        var plain = TableColumn.Plain(words);
        return plain.Length == 0 ? null : TableColumns.Of(content).FirstOrDefault(c => c.IsMeantBy(plain));
    }

    static string Needed(TableContent content) => string.Join("、", TableColumns.Of(content).Where(c => c.IsNeeded).Select(c => c.Chinese));
}
