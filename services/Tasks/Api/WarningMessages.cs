using Suite.Tasks.Naming;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Api;

/// <summary>Figures that contradict one another between tasks, in the words of the contract.</summary>
static class WarningMessages
{
    public static V1.ProgressReport Warned(this V1.ProgressReport report, ReportName name, IEnumerable<(ReportedFigure Mine, SameFigure Other)> contradictions)
    {
        report.Warnings.AddRange(contradictions.Select(c => new V1.FigureWarning
        {
            Commitment = name.Task.Commitment(c.Mine.Ordinal), YearToDateValue = TaskMessages.Text(c.Mine.YearToDateValue),
            OtherReport = c.Other.Source.ToString(), OtherRevision = c.Other.Revision, OtherCommitment = c.Other.Source.Task.Commitment(c.Other.Other.Ordinal),
            OtherYearToDateValue = TaskMessages.Text(c.Other.Figure.YearToDateValue), Unit = c.Other.Other.Commitment.Unit ?? "",
        }));
        return report;
    }
}
