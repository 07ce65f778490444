using Suite.TableFiles;

namespace Suite.Directory.Import;

/// <summary>Which column of a table holds what.</summary>
/// <param name="At">Columns from 0, by key.</param>
/// <param name="Headings">As written, by key.</param>
public sealed record ImportColumns(IReadOnlyDictionary<string, int> At, IReadOnlyDictionary<string, string> Headings);

/// <summary>A row of an import, asked by the keys of its columns.</summary>
public sealed class ImportRow(string sheet, TableRow row, ImportColumns columns)
{
    /// <summary>Stands in a cell for nothing, where an empty one would leave things as they are.</summary>
    static readonly string[] Nothings = ["无", "-", "—", "－", "/"];

    static readonly char[] Between = ['、', ',', '，', ';', '；', '\n', '|'];

    public ImportPlace Place { get; } = new(sheet, row.Line);

    /// <summary>The words in a column; empty where the table has no such column.</summary>
    public string this[string key] => columns.At.TryGetValue(key, out var at) ? SeparatedWriter.Plain(row[at]) : "";

    public bool IsEmpty => columns.At.Keys.All(key => this[key].Length == 0);

    public string HeadingOf(string key) => columns.Headings.GetValueOrDefault(key, "");

    public bool Clears(string key) => Nothings.Contains(this[key]);

    /// <summary>The parts of a list in a cell.</summary>
    public IReadOnlyList<string> List(string key) =>
        Clears(key) ? [] : [.. this[key].Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
}

/// <summary>A table of the file, understood as far as its headings.</summary>
public sealed record ImportTable(string Sheet, TableContent Content, IReadOnlyList<ImportRow> Rows);
