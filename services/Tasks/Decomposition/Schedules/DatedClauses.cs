using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Schedules;

/// <summary>
/// Deadlines, or stretches of months, that open clauses without a colon: 3月底前完成设计，6月底前开工；12月底前完工. They divide the words where the first of them opens
/// the first clause and none goes back in the year. Quarters by name divide only where there are several of them, each opening a sentence.
/// </summary>
internal static class DatedClauses
{
    internal static List<Mark> Find(CellText cell, int from, int to)
    {
        var folded = cell.Folded;
        var found = new List<Mark>();
        for (var clause = from; clause < to; clause = Next(cell, clause, to))
        {
            var opensSentence = clause == from || cell.BeginsParagraph(clause) || Words.EndsSentence(folded[clause - 1]);
            var mark = Read(folded, clause, to, opensSentence);
            if (mark is null && found.Count == 0) return found;
            if (mark is null) continue;
            if (found.Count > 0 && mark.Period!.Quarters[^1] < found[^1].Period!.Quarters[^1]) return [];
            found.Add(mark);
        }
        return found.Count > 1 || found.TrueForAll(m => !NamesQuarter(folded, m.Span)) ? found : [];
    }

    private static Mark? Read(string folded, int clause, int to, bool opensSentence)
    {
        var at = MonthGrammar.IsRow(folded, clause, opens: clause == 0) ? clause : Enumerator.End(folded, clause);
        if (!PeriodGrammar.TryRead(folded, at, out var period, out var end)) (at, _) = (clause, 0);
        if (!PeriodGrammar.TryRead(folded, at, out period, out end) || period.Kind != ScheduleKind.Quarters || end >= to) return null;
        if (!opensSentence && !IsDeadline(folded, end) && !IsRange(folded, clause, end)) return null;
        if (folded[end] == ',') end++;
        return new Mark(new TextSpan(clause, end - clause), period, null, false);
    }

    private static bool IsDeadline(string folded, int end) => folded[end - 1] is '前' or '底' or '末' or '日' or '年';

    /// <summary>1-6月 counts from January as 1-3月 before it does.</summary>
    private static bool IsRange(string folded, int start, int end) => folded[end - 1] is '月' or '份' && folded.AsSpan(start, end - start).ContainsAny('-', '至', '到');

    private static bool NamesQuarter(string folded, TextSpan span) => folded.AsSpan(span.Start, span.Length).Contains("季度", StringComparison.Ordinal);

    private static int Next(CellText cell, int at, int to)
    {
        var folded = cell.Folded;
        at++;
        while (at < to && !cell.BeginsParagraph(at) && !(folded[at - 1] == ',' || Words.EndsSentence(folded[at - 1]))) at++;
        return at;
    }
}
