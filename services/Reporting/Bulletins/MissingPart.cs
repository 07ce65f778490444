using System.Globalization;
using Suite.Reporting.Facts;
using Suite.Reporting.Papers;

namespace Suite.Reporting.Bulletins;

/// <summary>五、尚未报送情况: units that lead tasks with something due and have no accepted report for them, those with most first.</summary>
static class MissingPart
{
    const int LongestTable = 40;

    public static IEnumerable<Block> Compose(Draft draft)
    {
        var words = draft.Words;
        var missing = draft.Facts.Tasks.SelectMany(t => t.Missing.Select(unit => new Gap(t.Task, unit))).ToList();
        yield return new Heading(1, words["PartMissing"]);
        if (missing.Count == 0)
        {
            yield return new Paragraph([new Run(words["NothingMissing"])], "missing.none");
            yield break;
        }

        var units = missing.GroupBy(gap => gap.Unit.Unit).OrderByDescending(unit => unit.Count()).ThenBy(unit => unit.Min(gap => gap.Task.Number)).ToList();
        var unitCount = draft.Figures.Add(words["MissingUnits"], units.Count, words.Unit("UnitUnit", units.Count), "count(lead units, report missing)", missing.Select(Source));
        var tasks = missing.DistinctBy(gap => gap.Task.Name).ToList();
        var taskCount = draft.Figures.Add(
            words["MissingTasks"], tasks.Count, words.Unit("TaskUnit", tasks.Count), "count(report missing)", tasks.Select(gap => FigureSource.Of(gap.Task)));
        yield return new Paragraph(Sentence.Fill(words.Format("MissingLead", draft.Day, draft.Quarter), new Quote(unitCount), new Quote(taskCount), new TableNumber("missing")), "missing.lead");
        if (Overdue(draft, [.. missing.Select(g => g.Task).Distinct()]) is { } overdue) yield return overdue;
        yield return new Table(words["MissingTable"], Columns(draft), [.. units.Take(LongestTable).Index().Select(unit => Row(draft, unit.Index + 1, [.. unit.Item]))]) { Key = "missing" };
        if (units.Count > LongestTable) yield return Rest(draft, units[LongestTable..]);
    }

    /// <summary>How long ago the reports were due, and how late the latest of those came that did. Nothing where the office's calendar is not known or the day is not over.</summary>
    static Paragraph? Overdue(Draft draft, List<KnownTask> missing)
    {
        if (draft.Facts.Sheet?.DueDate is not { } due || draft.Date <= due) return null;
        var words = draft.Words;
        var days = draft.Figures.Add(words["OverdueDays"], draft.Date.DayNumber - due.DayNumber, words.Unit("DayUnit", draft.Date.DayNumber - due.DayNumber), "days(date - due date)", missing.Select(FigureSource.Of));
        return new(Sentence.Fill(words.Format("OverdueLead", words.Day(due)), new Quote(days)), "missing.overdue");
    }

    static List<Column> Columns(Draft draft) =>
    [
        new(draft.Words["ColumnNumber"]), new(draft.Words["ColumnUnit"], Centred: false), new(draft.Words["ColumnMissing"]),
        new(draft.Words["ColumnTasks"], Centred: false), new(draft.Words["ColumnMarks"]),
    ];

    static IReadOnlyList<Inline> Row(Draft draft, int number, List<Gap> gaps)
    {
        var name = Texts.Line(gaps[0].Unit.DisplayName);
        var figure = draft.Figures.Add(
            draft.Words.Format("MissingOfUnit", name), gaps.Count, draft.Words.Unit("TaskUnit", gaps.Count), $"count(unit = {name}, report missing)", gaps.Select(Source));
        return
        [
            new Run(number.ToString(CultureInfo.InvariantCulture)), new Run(name), new Cell(figure), new Run(Texts.Ranges(gaps.Select(g => g.Task.Number))),
            new Marks(figure, figure),
        ];
    }

    static Paragraph Rest(Draft draft, List<IGrouping<string, Gap>> units)
    {
        var words = draft.Words;
        var gaps = units.SelectMany(unit => unit).ToList();
        var count = draft.Figures.Add(words["MissingRestUnits"], units.Count, words.Unit("UnitUnit", units.Count), "count(lead units beyond the table, report missing)", gaps.Select(Source));
        var sum = draft.Figures.Add(words["MissingRestTasks"], gaps.Count, words.Unit("TaskUnit", gaps.Count), "count(unit and task beyond the table, report missing)", gaps.Select(Source));
        return new(Sentence.Fill(words["MissingRest"], new Quote(count), new Quote(sum)));
    }

    static FigureSource Source(Gap gap) => FigureSource.Of(gap.Task, gap.Unit);

    sealed record Gap(KnownTask Task, LeadUnit Unit);
}
