using Suite.Indicators.Imports;

namespace Suite.Indicators.Seeding;

/// <summary>A seed file is missing or wrong; the message names file and line.</summary>
public sealed class SeedException(string message) : Exception(message);

/// <summary>A CSV file of seeds, its columns by their headings.</summary>
sealed class SeedTable(string file)
{
    /// <summary>The rows; a cell that is not there is empty.</summary>
    /// <exception cref="SeedException">The file is missing, or has no such columns.</exception>
    public IEnumerable<SeedRow> Rows(params string[] columns)
    {
        if (!File.Exists(file)) throw new SeedException($"{file} does not exist.");
        using var rows = TableRows.Read(File.ReadAllBytes(file), "text/csv").GetEnumerator();
        var heading = rows.MoveNext() ? rows.Current.Cells.ToList() : [];
        if (columns.FirstOrDefault(c => !heading.Contains(c)) is { } missing) throw new SeedException($"{file}, line 1: the column '{missing}' is missing.");
        while (rows.MoveNext())
            if (rows.Current.Cells.Any(c => c.Length > 0)) yield return new(file, rows.Current, heading);
    }
}

/// <summary>A row of a seed file.</summary>
sealed class SeedRow(string file, TableRow row, List<string> heading)
{
    public string this[string column] => heading.IndexOf(column) is >= 0 and var at && at < row.Cells.Count ? row.Cells[at] : "";

    /// <exception cref="SeedException">None of the enum's names.</exception>
    public T Named<T>(string column)
        where T : struct, Enum =>
        Enum.TryParse<T>(this[column].Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw Wrong($"{column} must be one of {string.Join(", ", Enum.GetNames<T>())}");

    public SeedException Wrong(string what) => new($"{file}, line {row.Line}: {what}.");
}
