namespace Suite.Tasks.Export;

/// <summary>A plan as a published table, whatever file it is written to.</summary>
/// <param name="Heading">The lines above the table.</param>
/// <param name="Columns">From left to right; the first is the requirement's.</param>
/// <param name="Draft">True where the plan has not been issued; its pages say so.</param>
public sealed record PlanTable(
    IReadOnlyList<HeadingLine> Heading, IReadOnlyList<TableColumn> Columns, IReadOnlyList<PlanSection> Sections, bool Draft)
{
    /// <summary>What the pages of a draft say.</summary>
    public const string DraftMark = "草案（未印发） Draft, not issued";

    public IEnumerable<CellContent> Cells => Sections.SelectMany(s => s.Groups).SelectMany(g => g.Rows.SelectMany(r => r.Cells).Prepend(g.Requirement));
}

/// <param name="Width">Its share of the page.</param>
/// <param name="Centred">True where the cells' words stand in the middle.</param>
public sealed record TableColumn(string Title, int Width, bool Centred);

/// <summary>A line above the table.</summary>
public sealed record HeadingLine(HeadingKind Kind, string Text);

public enum HeadingKind
{
    /// <summary>附件：</summary>
    Attachment,

    /// <summary>The table's title.</summary>
    Title,

    /// <summary>What the table covers, below the title.</summary>
    Scope,

    /// <summary>Who made the table, and when.</summary>
    Note,
}

/// <summary>Rows below rows of their own that name them.</summary>
/// <param name="Titles">From the outside inwards; none where the table has no parts.</param>
public sealed record PlanSection(IReadOnlyList<string> Titles, IReadOnlyList<RequirementGroup> Groups);

/// <summary>Tasks that come from one wording; its cell is merged over them.</summary>
public sealed record RequirementGroup(CellContent Requirement, IReadOnlyList<TaskLine> Rows);

/// <summary>One task.</summary>
/// <param name="Cells">From the second column to the last.</param>
public sealed record TaskLine(int Number, IReadOnlyList<CellContent> Cells);
