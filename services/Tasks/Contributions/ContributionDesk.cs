using System.Globalization;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Assignments;
using Suite.Tasks.Naming;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Contributions;

/// <summary>What a lead unit takes over.</summary>
/// <param name="Revision">Of the contribution; 0 for the newest that was handed in.</param>
/// <param name="Fields">Of <see cref="ReportSources.Texts"/>.</param>
/// <param name="Ordinals">Of the commitments whose figures are wanted; where these and the fields are empty, everything is.</param>
public sealed record TakeOverOrder(ReportName Contribution, int Revision, IReadOnlyList<string> Fields, IReadOnlyList<int> Ordinals);

/// <summary>Takes what others have handed in over into the lead unit's report, and keeps where it came from.</summary>
public sealed class ContributionDesk(ProgressQuery query, FigureBook figures, TimeProvider clock)
{
    /// <summary>The task's own report of the same period is changed.</summary>
    /// <returns>False where it says all that already.</returns>
    /// <exception cref="ProblemException">ILLEGAL_STEP, INVALID_FIELD, NOT_FOUND, CONTRADICTING_FIGURE.</exception>
    public async Task<bool> TakeOverAsync(ProgressReport report, TakeOverOrder order, Viewer viewer, Actor by, CancellationToken cancellation)
    {
        report.RequireChangeable();
        if (report.Role != AssignmentRole.Lead) throw Problems.InvalidField("name", "must be the report of a unit that leads the task.");
        var name = order.Contribution;
        if (name.Task != report.Name.Task || name.Period != report.Name.Period || name.Unit == report.UnitId)
            throw Problems.InvalidField("contribution", $"must be another unit's report on {report.Name.Task} for {report.Period}.");
        var (contribution, revision) = await HandedInAsync(order, viewer, cancellation);
        var wanted = Wanted(order, revision.Content);
        var taken = new TakenOver(contribution, revision, wanted.Fields, wanted.Ordinals);
        var task = await figures.ContentAsync(name.Task, cancellation);
        var (before, commitments) = (await figures.BeforeAsync(report.Name, report.Role, task, cancellation), task.EveryCommitment().ToDictionary(c => c.Ordinal));
        var entered = taken.Into(EnteredContent.Of(report.Content), ordinal => commitments.TryGetValue(ordinal, out var promised) && before(promised) is null);
        return report.Revise(await figures.CompleteAsync(report.Name, report.Role, entered, retired: false, cancellation), by, clock.GetUtcNow());
    }

    async Task<(ProgressReport Contribution, ReportRevision Revision)> HandedInAsync(TakeOverOrder order, Viewer viewer, CancellationToken cancellation)
    {
        var (contribution, seen) = await query.RevisionsAsync(order.Contribution, viewer, cancellation);
        if (contribution.Role == AssignmentRole.Lead) throw Problems.InvalidField("contribution", "must be of a supporting unit or a member, not of a unit that leads the task too.");
        var handedIn = seen.Where(r => contribution.Steps.Any(s => s.Kind == ProgressState.Submitted && s.Revision == r.Number)).ToList();
        if (handedIn.Count == 0) throw Problems.NotFound("Report", order.Contribution.ToString());
        var revision = order.Revision == 0 ? handedIn[^1] : handedIn.Find(r => r.Number == order.Revision);
        return (contribution, revision ?? throw Problems.NotFound("ReportRevision", new RevisionName(order.Contribution, order.Revision).ToString()));
    }

    static (IReadOnlyList<string> Fields, IReadOnlyList<int> Ordinals) Wanted(TakeOverOrder order, ReportContent said)
    {
        var everything = order.Fields.Count + order.Ordinals.Count == 0;
        var (fields, ordinals) = (TakenOver.TextsOf(said), said.Figures.Select(f => f.Ordinal).ToList());
        foreach (var (ordinal, index) in order.Ordinals.Select((o, i) => (o, i)))
            if (!ordinals.Contains(ordinal))
                throw Problems.InvalidField(string.Create(CultureInfo.InvariantCulture, $"commitments[{index}]"), "has no figure in the contribution.");
        (IReadOnlyList<string> Fields, IReadOnlyList<int> Ordinals) wanted = everything ? (fields, ordinals) : ([.. fields.Intersect(order.Fields)], [.. order.Ordinals.Distinct()]);
        return wanted.Fields.Count + wanted.Ordinals.Count > 0 ? wanted : throw Problems.InvalidField("fields", "the contribution says nothing there.");
    }
}
