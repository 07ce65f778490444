namespace Suite.Indicators.Imports;

/// <summary>What the rows of a file are.</summary>
public enum ImportedKind
{
    Figures,
    Targets,
}

/// <summary>A file whose heading has been read.</summary>
/// <param name="name">Id of the mapping it is read by; empty for none that is remembered.</param>
public sealed class OpenTable(string name, Mapping mapping, Layout layout, IEnumerator<TableRow> rows) : IDisposable
{
    public string Name => name;

    public Mapping Mapping => mapping;

    public Layout Layout => layout;

    /// <summary>The rows below the heading; to be gone through once.</summary>
    public IEnumerable<TableRow> Rows
    {
        get
        {
            while (rows.MoveNext()) yield return rows.Current;
        }
    }

    public void Dispose() => rows.Dispose();
}
