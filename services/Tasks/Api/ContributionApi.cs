using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Assignments;
using Suite.Tasks.Contributions;
using Suite.Tasks.Naming;
using Suite.Tasks.Obligations;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;
using Suite.Tasks.Storage;
using Suite.Tasks.V1;

namespace Suite.Tasks.Api;

sealed class ContributionApi(
    ContributionQuery query, ContributionDesk desk, ProgressDesk reports, TaskQuery tasks, ReportStandings standings, ViewerBook viewers, ReportAnswers answers,
    CommandRunner<TasksDbContext> commands)
    : ContributionService.ContributionServiceBase
{
    const int MostFields = 10;
    const int MostCommitments = 200;

    public override async Task<ListContributionsResponse> ListContributions(ListContributionsRequest request, ServerCallContext context)
    {
        var access = Access.Of(context);
        var name = ResourceNames.ReadTask(request.Parent, "parent");
        var period = ReportPeriod.Parse(request.Period) ?? throw Problems.InvalidField("period", "must be q1 to q4, h1, h2 or m1 to m12.");
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<UnitKey>(request, request.PageToken)?.Unit ?? "";
        var task = (await tasks.GetAsync(name, Sight.Of(access), context.CancellationToken)).Content;
        RequirePeriod(name, task, period);
        var viewer = await viewers.OfAsync(access, name, context.CancellationToken);
        var found = await query.ListAsync(name, period, viewer, after, size + 1, context.CancellationToken);
        var standing = await standings.OfTaskAsync(name, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, c => new UnitKey(c.Part.UnitId));
        return new() { Contributions = { page.Select(c => ToMessage(c, new(name, c.Part.UnitId, period), task, standing, viewer)) }, NextPageToken = next };
    }

    public override Task<V1.ProgressReport> TakeOverContribution(TakeOverContributionRequest request, ServerCallContext context)
    {
        var (name, order) = (ResourceNames.ReadReport(request.Name), OrderIn(request));
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var access = Access.Of(context);
            var viewer = await viewers.OfAsync(access, name.Task, context.CancellationToken);
            var report = await reports.TakeAsync(name, request.Etag, viewer, "take a contribution over", context.CancellationToken);
            if (await desk.TakeOverAsync(report, order, viewer, Inputs.ActorOf(access), context.CancellationToken))
                commands.Audit(context, nameof(TakeOverContribution), name.ToString(), new { revision = report.Newest.Number, request.Contribution });
            return await answers.SaveAsync(report, context.CancellationToken);
        });
    }

    static void RequirePeriod(TaskName name, TaskContent task, ReportPeriod period)
    {
        if (TaskPeriods.Of(task) is var kind && period.Kind != kind)
            throw Problems.InvalidField("period", $"must be one of {string.Join(", ", ReportPeriod.OfYear(kind))}: the schedule of task {name.Number} is divided so.");
    }

    static TakeOverOrder OrderIn(TakeOverContributionRequest request)
    {
        var contribution = ResourceNames.ReadReport(request.Contribution, "contribution");
        if (request.Revision < 0) throw Problems.InvalidField("revision", "must be 0 or the number of a revision.");
        if (request.Fields.Count > MostFields || request.Fields.Any(f => !ReportSources.Texts.Contains(f)))
            throw Problems.InvalidField("fields", $"must be of {string.Join(", ", ReportSources.Texts)}.");
        if (request.Commitments.Count > MostCommitments) throw Problems.InvalidField("commitments", $"must be at most {MostCommitments}.");
        return new(contribution, request.Revision, [.. request.Fields.Distinct()], [.. request.Commitments.Select((c, index) => ResourceNames.TryCommitment(c, contribution.Task)
            ?? throw Problems.InvalidField(string.Create(CultureInfo.InvariantCulture, $"commitments[{index}]"), $"must be {contribution.Task}/commitments/{{ordinal}}."))]);
    }

    static Contribution ToMessage(SeenContribution seen, ReportName name, TaskContent task, Func<ReportName, ReportStanding> standing, Viewer viewer) => new()
    {
        Unit = ResourceNames.Unit(seen.Part.UnitId), UnitDisplayName = seen.Part.UnitName, Role = (V1.AssignmentRole)seen.Part.Role,
        Report = seen.HandedIn?.ToMessage(task, standing(seen.HandedIn.Report.Name)),
        DueTime = standing(name).DueAt?.ToTimestamp(), Overdue = viewer.HearsOfHandingIn(seen.Part.UnitId) && standing(name).Overdue,
    };

    sealed record UnitKey(string Unit);
}
