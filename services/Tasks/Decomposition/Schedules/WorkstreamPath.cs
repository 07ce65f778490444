using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Schedules;

/// <summary>
/// Which part of the task the words belong to. A label directly behind another, without words between, is a part of that
/// part; so are the labels after it that carry an enumerator as it does, or stand in the same paragraph where it carries none.
/// </summary>
internal sealed class WorkstreamPath(CellText cell)
{
    private string? parent;
    private Mark? firstChild;
    private Mark? lastLabel;
    private int itemsAtLabel = -1;

    internal string? Name { get; private set; }

    internal void Enter(Mark label, int items)
    {
        var opens = lastLabel is not null && itemsAtLabel == items && firstChild is null;
        if (opens) (parent, firstChild) = (lastLabel!.Label, label);
        else if (firstChild is not null && !IsSibling(label)) (parent, firstChild) = (null, null);
        Name = parent is null ? label.Label : $"{parent} > {label.Label}";
        (lastLabel, itemsAtLabel) = (label, items);
    }

    private bool IsSibling(Mark label) =>
        firstChild!.Enumerated ? label.Enumerated : !label.Enumerated && cell.ParagraphOf(label.Span.Start) == cell.ParagraphOf(firstChild.Span.Start);
}
