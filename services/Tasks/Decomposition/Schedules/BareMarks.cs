using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Schedules;

/// <summary>
/// Periods without a colon inside a sentence that names no other: 计划一、二季度支持1个项目，三、四季度支持1个项目, or with
/// 年底前 as the last. They divide the sentence only where together they name each quarter of the year once, in order; where one opens the
/// cell it is enough that they rise. Else deadlines do that open clauses.
/// </summary>
internal static class BareMarks
{
    private static readonly string[] Openers = ["计划", "拟于", "拟", "预计", "争取", "力争", "其中"];

    /// <summary>The marks with those found in stretches that stand under no period.</summary>
    internal static List<Mark> Add(CellText cell, List<Mark> marks)
    {
        var all = new List<Mark>();
        for (var i = -1; i < marks.Count; i++)
        {
            if (i >= 0) all.Add(marks[i]);
            if (i >= 0 && marks[i].Period is not null) continue;
            var from = i < 0 ? 0 : marks[i].Span.End;
            var to = i + 1 < marks.Count ? marks[i + 1].Span.Start : cell.Text.Length;
            all.AddRange(Find(cell.Folded, from, to) is { Count: > 0 } year ? year : DatedClauses.Find(cell, from, to));
        }
        return all;
    }

    private static List<Mark> Find(string folded, int from, int to)
    {
        var found = new List<Mark>();
        for (var clause = from; clause < to; clause = NextClause(folded, clause, to))
        {
            var at = BehindOpener(folded, clause);
            if (!PeriodGrammar.TryRead(folded, at, out var period, out var end) || period.Kind != ScheduleKind.Quarters || end >= to) continue;
            if (!PeriodGrammar.StartsWith(folded, end - 2, "季度") && !PeriodGrammar.StartsWith(folded, end - 2, "半年") && !PeriodGrammar.StartsWith(folded, at, "年底")) continue;
            if (folded[end] == ',') end++;
            found.Add(new Mark(new TextSpan(at, end - at), period, null, false));
        }
        var quarters = found.SelectMany(m => m.Period!.Quarters).ToList();
        return found.Count > 1 && (quarters.SequenceEqual([1, 2, 3, 4]) || (from == 0 && found[0].Span.Start == 0 && Rise(quarters))) ? found : [];
    }

    private static bool Rise(List<int> quarters) => quarters.Zip(quarters.Skip(1)).All(pair => pair.First < pair.Second);

    private static int BehindOpener(string folded, int clause)
    {
        return clause + (Words.OneAt(folded, clause, Openers)?.Length ?? 0);
    }

    private static int NextClause(string folded, int at, int to)
    {
        while (at < to && !(folded[at] is ',' || Words.EndsSentence(folded[at]))) at++;
        return at + 1;
    }
}
