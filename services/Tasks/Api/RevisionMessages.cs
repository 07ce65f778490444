using Google.Protobuf.WellKnownTypes;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Api;

/// <summary>Revisions and their differences in the words of the contract.</summary>
static class RevisionMessages
{
    public static V1.ReportRevision ToMessage(this ReportRevision revision, ProgressReport report, TaskContent task)
    {
        var (content, commitments) = (revision.Content, task.EveryCommitment().ToDictionary(c => c.Ordinal));
        var steps = report.Steps.Where(s => s.Revision == revision.Number).OrderBy(s => s.Ordinal).ToList();
        return new()
        {
            Name = new RevisionName(report.Name, revision.Number).ToString(), Number = revision.Number, Narrative = content.Narrative,
            Difficulties = content.Difficulties, NextSteps = content.NextSteps,
            Figures = { content.Figures.Select(f => ProgressMessages.ToMessage(f, report.Name.Task, commitments[f.Ordinal])) },
            Parts = { content.Parts.Select(p => ProgressMessages.ToMessage(p, report.Name.Task, content, commitments)) },
            UnreportedFigures = { content.Unreported.Select(u => ProgressMessages.ToMessage(u, report.Name.Task, commitments[u.Ordinal])) },
            Sources = { content.Sources.Select(s => ProgressMessages.ToMessage(s, report.Name)) },
            Author = revision.Account, AuthorDisplayName = revision.DisplayName, UpdateTime = revision.Time.ToTimestamp(),
            Fixed = steps.Any(s => s.Kind == ProgressState.Approved), Steps = { steps.Select(ProgressMessages.ToMessage) },
        };
    }

    public static V1.ReportDifference ToMessage(this ReportDifference difference, TaskName task, TaskContent content)
    {
        var promised = difference.Ordinal is { } ordinal ? content.EveryCommitment().FirstOrDefault(c => c.Ordinal == ordinal) : null;
        return new()
        {
            Field = difference.Field, Before = difference.Before, After = difference.After,
            Commitment = difference.Ordinal is { } answered ? task.Commitment(answered) : "",
            Measure = promised?.Commitment.Measure ?? "", Unit = promised?.Commitment.Unit ?? "",
        };
    }
}
