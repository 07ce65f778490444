namespace Suite.Tasks.Decomposition;

/// <summary>The original wording a task comes from.</summary>
/// <param name="Text">The whole cell, inherited down the table where it is left empty; empty where the table has none.</param>
/// <param name="Sources">The documents it names, in order (市《政府工作报告》).</param>
/// <param name="Parts">The wording of each of them.</param>
public sealed record RequirementText(string Text, IReadOnlyList<string> Sources, IReadOnlyList<RequirementPart> Parts)
{
    /// <summary>No requirement.</summary>
    public static RequirementText None { get; } = new("", [], []);
}

/// <summary>The wording taken from one source document.</summary>
/// <param name="Source">The document, null where the words stand before the first named one.</param>
/// <param name="Text">The words without the document's name.</param>
public sealed record RequirementPart(string? Source, string Text);
