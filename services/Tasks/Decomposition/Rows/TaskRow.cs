using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Schedules;

namespace Suite.Tasks.Decomposition.Rows;

/// <summary>The cells of one task, whole: rows cut by a page put together, shared rows taken apart.</summary>
internal sealed record TaskRow(
    string Section, RequirementCell Requirement, CellText Target, ScheduleCell Schedule, CellText Leaders,
    CellText LeadUnits, CellText SupportingUnits, IReadOnlyList<TaskAttribute> Attributes, int Line)
{
    /// <summary>True where one cell names all units and no word says which of them lead.</summary>
    internal bool UnitsInOne { get; init; }
}

/// <summary>A requirement cell that several tasks share; a page break may add to it while they are read.</summary>
internal sealed class RequirementCell
{
    private readonly List<CellText> pieces = [];
    private CellText? whole;

    internal void Add(CellText piece)
    {
        pieces.Add(piece);
        whole = null;
    }

    /// <summary>This and one more source beneath it, for a task whose target spans both.</summary>
    internal RequirementCell And(CellText piece)
    {
        var both = new RequirementCell();
        both.Add(CellText.Stack(pieces.Count == 0 ? [piece] : [Whole, piece]));
        return both;
    }

    internal CellText Whole => whole ??= pieces.Count == 0 ? CellText.Empty : CellText.Join(pieces);

    /// <summary>True where the words so far break off inside a sentence.</summary>
    internal bool BreaksOff => pieces.Count > 0 && pieces[^1].Folded is { Length: > 0 } last && !Words.EndsSentence(last[^1]);
}
