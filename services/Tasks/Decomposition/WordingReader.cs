using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Names;
using Suite.Tasks.Decomposition.Quantities;
using Suite.Tasks.Decomposition.Schedules;

namespace Suite.Tasks.Decomposition;

/// <summary>Target and schedule of one task, read as the cells of a table are.</summary>
public sealed record ReadWording(string Target, IReadOnlyList<Commitment> TargetCommitments, string ScheduleText, IReadOnlyList<ScheduleItem> Schedule);

/// <summary>Reads the words of one task, from a table or as somebody has written them outside a document.</summary>
public static class WordingReader
{
    private static readonly ScheduleItem Nothing = new(null, Period.Unmarked.Quarters, ScheduleKind.Unmarked, "", new TextSpan(0, 0), []);

    /// <param name="leadUnit">Name of the unit that leads the task; null where none is known.</param>
    /// <param name="year">The plan's, so that a period of another year counts for none of its quarters; null where it is not known.</param>
    /// <exception cref="PlanFormatException">A text is longer than a cell may be.</exception>
    public static ReadWording Read(string target, string schedule, string? leadUnit, int? year = null)
    {
        var planned = OtherYears.Cover(Cell(schedule), year);
        return Read(Cell(target), new ScheduleCell(planned, [new SchedulePart(new TextSpan(0, planned.Text.Length), null)]),
            leadUnit is null ? null : UnitName.Place(leadUnit), CellText.Empty).Words;
    }

    /// <param name="title">What the task is called in a cell of its own, beside its target.</param>
    /// <returns>The words, and the cell whose quantities were too many to be understood.</returns>
    internal static (ReadWording Words, PlanCell? GaveUp) Read(CellText target, ScheduleCell cell, string? place, CellText title)
    {
        var schedule = cell.Text;
        var figures = Figure.Is(target.Folded);
        var theme = figures ? Theme.OfIndicator(title) : Theme.Of(target.Text, target.Folded) ?? Theme.OfTitle(title);
        var measures = new TaskMeasures(place, theme);
        var indicator = figures ? theme : null;
        var (inTarget, inSchedule) = (new QuantityReader(target, measures, indicator), new QuantityReader(schedule, measures, indicator));
        var promised = inTarget.Read(new TextSpan(0, target.Text.Length), Period.Unmarked.Quarters);
        var items = ScheduleReader.Read(cell).ConvertAll(d => new ScheduleItem(d.Workstream, d.Period.Quarters, d.Period.Kind,
            schedule.At(d.Span), d.Span, inSchedule.Read(d.Span, d.Period.Quarters, d.Workstream)));
        if (items.Count == 0) items.Add(Nothing);
        var (yearly, scheduled) = Accumulations.Decide(promised, items);
        return (new(target.Text, yearly, schedule.Text, scheduled), inTarget.GaveUp ? PlanCell.Target : inSchedule.GaveUp ? PlanCell.Schedule : null);
    }

    private static CellText Cell(string text) => CellTextReader.Read(text, 0, text.Length, linesAreParagraphs: true);
}
