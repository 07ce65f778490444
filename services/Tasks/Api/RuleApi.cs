using Grpc.Core;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Calendar;
using Suite.Tasks.Rules;
using Suite.Tasks.Storage;
using Suite.Tasks.V1;
using SupervisionRule = Suite.Tasks.V1.SupervisionRule;

namespace Suite.Tasks.Api;

sealed class RuleApi(RuleDesk desk, RuleQuery query, TasksDbContext db, CommandRunner<TasksDbContext> commands)
    : SupervisionRuleService.SupervisionRuleServiceBase
{
    public override async Task<ListSupervisionRulesResponse> ListSupervisionRules(ListSupervisionRulesRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<RuleKey>(request, request.PageToken);
        var found = await query.ListAsync(Inputs.Only((RuleKind)request.Kind, "kind"), after, size + 1, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, r => new RuleKey(r.Kind, r.Version));
        return new() { SupervisionRules = { page.Select(r => r.ToMessage()) }, NextPageToken = next };
    }

    public override async Task<SupervisionRule> GetSupervisionRule(GetSupervisionRuleRequest request, ServerCallContext context) =>
        (await query.GetAsync(RuleMessages.KeyOf(request.Name), context.CancellationToken)).ToMessage();

    public override Task<SupervisionRule> CreateSupervisionRule(CreateSupervisionRuleRequest request, ServerCallContext context) =>
        commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var asked = request.SupervisionRule ?? throw Problems.InvalidField("supervision_rule", "must be given.");
            var reason = Inputs.Reason(asked.Reason, "supervision_rule.reason");
            var made = await desk.CreateAsync(RuleMessages.Read(asked), CityTime.DayIn(asked.EffectiveDate, "supervision_rule.effective_date"),
                reason, Inputs.ActorOf(Access.Of(context)), context.CancellationToken);
            commands.Audit(context, nameof(CreateSupervisionRule), made.Name, new { effectiveDate = CityTime.Text(made.EffectiveFrom), reason });
            await db.SaveChangesAsync(context.CancellationToken);
            return made.ToMessage();
        });
}
