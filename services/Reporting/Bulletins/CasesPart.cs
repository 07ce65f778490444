using Suite.Reporting.Facts;
using Suite.Reporting.Papers;

namespace Suite.Reporting.Bulletins;

/// <summary>批示和办结情况: leaders' instructions that were given and carried out within the quarter, tasks that were closed. Nothing where nothing was.</summary>
static class CasesPart
{
    public static IEnumerable<Block> Compose(Draft draft)
    {
        var words = draft.Words;
        var instructions = draft.Facts.Cases.Where(c => c.Kind == "INSTRUCTION").ToList();
        var ends = draft.Facts.Cases.Where(c => c.Kind == "TASK").GroupBy(c => c.Case).Select(g => g.Last()).ToList();
        if (instructions.Count == 0 && ends.Count == 0) yield break;
        yield return new Heading(1, words["PartCases"]);
        if (instructions.Count > 0)
        {
            var all = instructions.GroupBy(c => c.Case).Select(g => g.Last()).ToList();
            // Of those that still wait for an answer: the day of the bulletin is behind their last day.
            var late = all.Where(c => c.DueDate is { } due && due < draft.Date).ToList();
            yield return new Paragraph(Sentence.Fill(words["InstructionsLead"], Cases("InstructionsAll", "instructions with a step", all), Cases("InstructionsLate", "instructions overdue", late)), "cases.instructions");
        }

        if (ends.Count > 0)
            yield return new Paragraph(Sentence.Fill(
                words["EndsLead"], Cases("EndsClosed", "tasks closed", [.. ends.Where(c => c.State == "CLOSED")]),
                Cases("EndsCarried", "tasks carried over", [.. ends.Where(c => c.State == "CARRIED_OVER")])), "cases.ends");

        Quote Cases(string key, string formula, List<CaseStep> steps) => new(draft.Figures.Add(
            words[key], steps.Count, words.Unit("PieceUnit", steps.Count), $"count({formula})", steps.Select(s => new FigureSource(s.Task, Tables.NumberOf(s.Task), UnitName: s.UnitName, Reviewer: s.By))));
    }
}
