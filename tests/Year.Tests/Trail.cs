using Suite.Reporting.V1;
using Signature = Suite.Reporting.V1.Signature;

namespace Suite.Year.Tests;

/// <summary>Whether what stands behind a figure is there in its owner's tables, as the trace says.</summary>
static class Trail
{
    /// <summary>Counts of which each source is one, though a task may stand behind more than one.</summary>
    static readonly string[] OnePerSource = ["count(annual quantities", "count(unit and task beyond the table"];

    /// <returns>What is wrong with it; empty where everything holds.</returns>
    /// <param name="all">Of every plan that the document speaks of.</param>
    public static IEnumerable<string> Faults(IReadOnlyList<Books> all, FigureTrace trace)
    {
        foreach (var source in trace.Sources)
        {
            if (all.FirstOrDefault(b => source.Task.StartsWith($"{b.Plan}/", StringComparison.Ordinal)) is not { } books)
            {
                yield return $"no plan of {source.Task}";
                continue;
            }

            var (tasks, reports) = (books.TaskByName, books.ReportByName);
            if (!tasks.TryGetValue(source.Task, out var task)) yield return $"no task {source.Task}";
            else if (source.Commitment.Length > 0 && task.Promises.All(p => p.Commitment.Name != source.Commitment)) yield return $"no commitment {source.Commitment}";
            if (source.ProgressReport.Length == 0)
            {
                if (trace.Figure.Formula.Contains("light = ", StringComparison.Ordinal) && source.Reviewer is { } hand && !books.SetByHand(source.Task, hand.Time.ToDateTime())) yield return $"no light set on {source.Task} at {hand.Time}";
                continue;
            }

            if (!reports.TryGetValue(source.ProgressReport, out var report) || (report.Task, report.Revision) != (source.Task, source.Revision))
            {
                yield return $"no report {source.ProgressReport} {source.Revision}";
                continue;
            }

            if (!Same(report.Author, source.Author) || !Same(report.Approver, source.Approver) || !Same(report.Reviewer, source.Reviewer)) yield return $"other signatures under {source.ProgressReport}";
            if (source.Value.Length > 0 && (!books.Figures.TryGetValue((source.ProgressReport, source.Commitment), out var had) || Numbers.Read(source.Value) is var value && value != had.Period && value != had.YearToDate))
                yield return $"no {source.Value} of {source.Commitment} in {source.ProgressReport}";
        }

        if (CountOf(trace) is { } count && count != Numbers.Read(trace.Figure.Value)) yield return $"{count} behind a count of {trace.Figure.Value}";
    }

    /// <summary>How many stand behind a count of tasks; null for what is none.</summary>
    static int? CountOf(FigureTrace trace) =>
        trace.Figure.Unit != "项" || !trace.Figure.Formula.StartsWith("count(", StringComparison.Ordinal) ? null
        : OnePerSource.Any(c => trace.Figure.Formula.StartsWith(c, StringComparison.Ordinal)) ? trace.Sources.Count
        : trace.Sources.Select(s => s.Task).Distinct().Count();

    static bool Same((string Account, DateTime Time) owners, Signature? told) => told is not null && (told.Account, told.Time.ToDateTime()) == owners;
}
