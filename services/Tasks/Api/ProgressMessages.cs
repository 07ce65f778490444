using Google.Protobuf.WellKnownTypes;
using Suite.Tasks.Assignments;
using Suite.Tasks.Naming;
using Suite.Tasks.Obligations;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Api;

/// <summary>Progress reports in the words of the contract.</summary>
static class ProgressMessages
{
    /// <param name="task">What the report answers: its measures and units stand beside the figures.</param>
    /// <param name="standing">What the rules say of it.</param>
    public static V1.ProgressReport ToMessage(this SeenReport seen, TaskContent task, ReportStanding standing)
    {
        var (report, revision, content) = (seen.Report, seen.Newest, seen.Content);
        var commitments = task.EveryCommitment().ToDictionary(c => c.Ordinal);
        // A month within a quarter is not yet measured against what the quarter promised.
        var suggested = report.Role == AssignmentRole.Lead && report.Period.QuartersEnding.Any() ? standing.Rule.Suggest(report.Quarter, task, content.Figures) : null;
        return new()
        {
            Name = report.Name.ToString(), Quarter = report.Quarter, Period = report.Period.ToString(), Unit = ResourceNames.Unit(report.UnitId), UnitDisplayName = report.UnitName,
            State = (V1.ProgressState)seen.State, Revision = seen.Revision, Narrative = content.Narrative, Difficulties = content.Difficulties,
            NextSteps = content.NextSteps, Figures = { content.Figures.Select(f => ToMessage(f, report.Name.Task, commitments[f.Ordinal])) },
            Parts = { content.Parts.Select(p => ToMessage(p, report.Name.Task, content, commitments)) },
            UnreportedFigures = { content.Unreported.Select(u => ToMessage(u, report.Name.Task, commitments[u.Ordinal])) },
            SuggestedLight = TaskMessages.ToMessage(suggested), Light = TaskMessages.ToMessage(report.Light),
            Steps = { seen.Steps.OrderBy(s => s.Ordinal).Select(ToMessage) }, Etag = seen.Etag,
            Author = revision.Account, AuthorDisplayName = revision.DisplayName, UpdateTime = revision.Time.ToTimestamp(), Role = (V1.AssignmentRole)report.Role,
            DueTime = standing.DueAt?.ToTimestamp(), Overdue = standing.Overdue, LateDays = standing.LateDays, Sources = { content.Sources.Select(s => ToMessage(s, report.Name)) },
        };
    }

    public static V1.Figure ToMessage(ReportedFigure figure, TaskName task, TaskCommitment commitment) => new()
    {
        Commitment = task.Commitment(figure.Ordinal), PeriodValue = TaskMessages.Text(figure.PeriodValue),
        YearToDateValue = TaskMessages.Text(figure.YearToDateValue), Note = figure.Note, Measure = commitment.Commitment.Measure,
        Unit = commitment.Commitment.Unit ?? "", Workstream = commitment.Item?.Workstream ?? "",
    };

    public static V1.ReportPart ToMessage(ReportPart part, TaskName task, ReportContent content, IReadOnlyDictionary<int, TaskCommitment> commitments) => new()
    {
        Workstream = part.Workstream, Narrative = part.Narrative, Difficulties = part.Difficulties, NextSteps = part.NextSteps,
        Commitments = { content.Figures.Where(f => commitments[f.Ordinal].Item?.Workstream == part.Workstream).Select(f => task.Commitment(f.Ordinal)) },
    };

    public static V1.UnreportedFigure ToMessage(UnreportedFigure missing, TaskName task, TaskCommitment commitment) => new()
    {
        Commitment = task.Commitment(missing.Ordinal), Explanation = missing.Explanation, Measure = commitment.Commitment.Measure,
        Unit = commitment.Commitment.Unit ?? "",
    };

    public static V1.ReportSource ToMessage(ReportSource source, ReportName report) => new()
    {
        Revision = new RevisionName(report with { Unit = source.Unit }, source.Revision).ToString(), Unit = ResourceNames.Unit(source.Unit),
        UnitDisplayName = source.UnitName, Fields = { source.Fields }, Commitments = { source.Ordinals.Select(report.Task.Commitment) },
    };

    public static V1.ProgressStep ToMessage(ReportStep step) => new()
    {
        Kind = (V1.ProgressStep.Types.Kind)step.Kind, Revision = step.Revision, Actor = step.Account, ActorDisplayName = step.DisplayName,
        Time = step.Time.ToTimestamp(), Comment = step.Comment,
    };
}
