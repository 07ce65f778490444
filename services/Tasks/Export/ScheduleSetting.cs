using Suite.Tasks.Decomposition;
using Suite.Tasks.Decomposition.Schedules;

namespace Suite.Tasks.Export;

/// <summary>
/// Sets a schedule as published tables do: each workstream in a paragraph of its own behind its name in bold, periods in bold. Where
/// the reader would then find other items than the plan has, plainer settings are tried: a setting means something to the reader.
/// </summary>
static class ScheduleSetting
{
    enum Weight { Names, LabelsOnly, Plain }

    enum Breaks { AtParts, AtPartsAndBarePeriods, AtMarks, None }

    public static CellLook Of(string text, IReadOnlyList<ScheduleItem> items)
    {
        CellLook? first = null;
        foreach (var look in Looks(text, items))
        {
            if (Says(look, items)) return look;
            first ??= look;
        }

        return first ?? CellLook.Plain(text);
    }

    /// <summary>True where the reader finds these items in the cell.</summary>
    static bool Says(CellLook look, IReadOnlyList<ScheduleItem> items)
    {
        var read = ScheduleReader.Read(look.Read()).Items;
        return read.Count == items.Count && read.Zip(items).All(pair =>
            pair.First.Span == pair.Second.Span && pair.First.Workstream == pair.Second.Workstream
            && pair.First.Period.Kind == pair.Second.Kind && pair.First.Period.Quarters.SequenceEqual(pair.Second.Quarters));
    }

    static IEnumerable<CellLook> Looks(string text, IReadOnlyList<ScheduleItem> items) =>
        from division in Enum.GetValues<Division>()
        let marks = ScheduleMarks.Find(text, items, division)
        from breaks in Enum.GetValues<Breaks>()
        let starts = Starts(marks, breaks)
        from weight in Enum.GetValues<Weight>()
        select new CellLook(text, [.. Bold(marks, weight, starts)], starts);

    /// <summary>Of two names in one line, one directly behind the other, only the first: the two would run together.</summary>
    static IEnumerable<TextSpan> Bold(List<ScheduleMark> marks, Weight weight, List<int> starts)
    {
        var end = -1;
        foreach (var mark in marks)
        {
            var touches = mark.Span.Start == end && !starts.Contains(end);
            if (weight == Weight.Plain || touches || (!mark.Label && weight == Weight.LabelsOnly)) continue;
            end = mark.Span.End;
            yield return mark.Span;
        }
    }

    static List<int> Starts(List<ScheduleMark> marks, Breaks breaks) =>
        [.. marks.Where(m => m.Span.Start > 0 && Begins(m, breaks)).Select(m => m.Span.Start)];

    static bool Begins(ScheduleMark mark, Breaks breaks) => breaks switch
    {
        Breaks.AtParts => mark.Opens,
        Breaks.AtPartsAndBarePeriods => mark.Opens || mark.Bare,
        Breaks.AtMarks => true,
        _ => false,
    };
}
