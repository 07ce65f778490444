namespace Suite.Tasks.Decomposition;

/// <summary>What a table says of a task in a column that no plan is known to have.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Text">The cell's clean text, never empty.</param>
public sealed record TaskAttribute(string Name, string Text);
