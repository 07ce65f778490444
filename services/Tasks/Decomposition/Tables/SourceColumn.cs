namespace Suite.Tasks.Decomposition.Tables;

/// <summary>A column by what it holds.</summary>
/// <param name="Role">What it holds.</param>
/// <param name="Name">
/// Empty for the first column of a role. For a further one its heading; for a schedule column of one period the words that name the period;
/// for an attribute its name.
/// </param>
internal readonly record struct SourceColumn(ColumnRole Role, string Name = "");
