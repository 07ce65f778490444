using System.Text.Json;
using Suite.Directory.Import.Wording;
using Suite.TableFiles;

namespace Suite.Directory.Import;

/// <summary>A place in the file.</summary>
/// <param name="Sheet">Empty for CSV.</param>
/// <param name="Row">From 1; 0 for the file as a whole.</param>
public sealed record ImportPlace(string Sheet, int Row);

/// <summary>What a careful clerk would say about a place.</summary>
/// <param name="Key">Of the column, empty for none.</param>
/// <param name="Column">The column's heading as written, empty for none.</param>
public sealed record ImportFinding(bool IsError, string Code, ImportPlace Place, string Key, string Column, string Words, string Why);

/// <summary>Collects findings, so that one import tells everything.</summary>
public sealed class ImportFindings
{
    public const int Most = 1000;

    readonly List<ImportFinding> _found = [];

    /// <summary>Names of the file's sheets in their order.</summary>
    public IReadOnlyList<string> Sheets { get; init; } = [];

    /// <summary>The first thousand that were found, in the order of the file.</summary>
    public IReadOnlyList<ImportFinding> Found => [.. _found.OrderBy(f => Sheets.Index().FirstOrDefault(s => s.Item == f.Place.Sheet).Index).ThenBy(f => f.Place.Row)];

    public int Errors { get; private set; }

    /// <param name="code">Key of the sentence that tells it.</param>
    public void Error(ImportRow row, string column, string code, params object[] parts) =>
        Add(new(true, CodeOf(code), row.Place, column, row.HeadingOf(column), Excerpt.Of(row[column]), ImportWords.Say(code, parts)));

    public void Error(ImportPlace place, string code, params object[] parts) => Tell(true, place, code, parts);

    public void Tell(bool isError, ImportPlace place, string code, params object[] parts) =>
        Add(new(isError, CodeOf(code), place, "", "", "", ImportWords.Say(code, parts)));

    public void Notice(ImportPlace place, string words, string code, params object[] parts) =>
        Add(new(false, CodeOf(code), place, "", "", Excerpt.Of(words), ImportWords.Say(code, parts)));

    void Add(ImportFinding finding)
    {
        if (finding.IsError) Errors++;
        if (_found.Count < Most) _found.Add(finding);
    }

    /// <summary>UnitUnknown: UNIT_UNKNOWN</summary>
    static string CodeOf(string key) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(key);
}
