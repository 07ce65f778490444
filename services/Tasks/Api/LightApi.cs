using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Lights;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Rules;
using Suite.Tasks.Storage;
using Suite.Tasks.V1;
using Enum = System.Enum;
using Light = Suite.Tasks.Progress.Light;
using LightMark = Suite.Tasks.Lights.LightMark;
using SupervisionRule = Suite.Tasks.Rules.SupervisionRule;

namespace Suite.Tasks.Api;

sealed class LightApi(LightDesk desk, LightQuery query, TaskQuery tasks, TasksDbContext db, CommandRunner<TasksDbContext> commands)
    : LightService.LightServiceBase
{
    const string Suffix = "/light";

    public override async Task<TaskLight> GetTaskLight(GetTaskLightRequest request, ServerCallContext context) =>
        await ToMessageAsync(await tasks.GetAsync(NameOf(request.Name), Sight.Of(Access.Of(context)), context.CancellationToken), context);

    public override Task<TaskLight> SetTaskLight(SetTaskLightRequest request, ServerCallContext context) =>
        commands.RunAsync(context, request, request.RequestId, async () =>
        {
            if (!Enum.IsDefined((Light)request.Light)) throw Problems.InvalidField("light", "must be GREEN, YELLOW, RED or BLUE.");
            var reason = Inputs.Reason(request.Reason);
            var task = await desk.SetAsync(NameOf(request.Name), (Light)request.Light, reason, request.Etag, Inputs.ActorOf(Access.Of(context)), context.CancellationToken);
            commands.Audit(context, nameof(SetTaskLight), request.Name, new { light = request.Light.ToString(), reason });
            await db.SaveChangesAsync(context.CancellationToken);
            return await ToMessageAsync(task, context);
        });

    public override async Task<ListLightMarksResponse> ListLightMarks(ListLightMarksRequest request, ServerCallContext context)
    {
        var name = ResourceNames.ReadTask(request.Parent, "parent");
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<OrdinalKey>(request, request.PageToken);
        await tasks.GetAsync(name, Sight.Of(Access.Of(context)), context.CancellationToken);
        var found = await query.ListAsync(name, after?.Ordinal, size + 1, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, m => new OrdinalKey(m.Ordinal));
        return new() { LightMarks = { page.Select(ToMessage) }, NextPageToken = next };
    }

    static TaskName NameOf(string name) =>
        name.EndsWith(Suffix, StringComparison.Ordinal) && ResourceNames.TryTask(name[..^Suffix.Length]) is { } task
            ? task
            : throw Problems.InvalidField("name", "must be plans/{plan}/tasks/{number}/light.");

    async Task<TaskLight> ToMessageAsync(PlanTask task, ServerCallContext context)
    {
        var name = new TaskName(task.PlanId, task.Number);
        var suggested = await query.SuggestAsync(task, context.CancellationToken);
        return new()
        {
            Name = name + Suffix, Light = TaskMessages.ToMessage(task.Light), SuggestedLight = TaskMessages.ToMessage(suggested.Light),
            Rule = SupervisionRule.NameOf(RuleKind.Light, suggested.RuleVersion), Gaps = { suggested.Gaps.Select(g => ToMessage(g, name)) },
            OverdueReports = { suggested.Overdue.Select(r => r.ToString()) }, Etag = Etag.Of(task.Version),
        };
    }

    static CommitmentGap ToMessage(Gap gap, TaskName task) => new()
    {
        Commitment = task.Commitment(gap.Commitment.Ordinal), Measure = gap.Commitment.Commitment.Measure, Unit = gap.Commitment.Commitment.Unit ?? "",
        Due = TaskMessages.Text(gap.Due), Actual = TaskMessages.Text(gap.Actual),
        PercentMissing = Math.Round(gap.Percent, 2).ToString("0.##", CultureInfo.InvariantCulture),
    };

    static V1.LightMark ToMessage(LightMark mark) => new()
    {
        Light = TaskMessages.ToMessage(mark.Light), SuggestedLight = TaskMessages.ToMessage(mark.Suggested),
        Rule = SupervisionRule.NameOf(RuleKind.Light, mark.RuleVersion),
        Report = mark.ReportUnitId is { } unit ? new ReportName(mark.Task, unit, Progress.ReportPeriod.OfCode(mark.ReportPeriodCode ?? 0)).ToString() : "",
        Reason = mark.Reason, Actor = mark.Account, ActorDisplayName = mark.DisplayName, Time = mark.Time.ToTimestamp(),
    };

    sealed record OrdinalKey(int Ordinal);
}
