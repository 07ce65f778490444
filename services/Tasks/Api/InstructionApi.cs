using Google.Protobuf;
using Grpc.Core;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Calendar;
using Suite.Tasks.Cases;
using Suite.Tasks.Instructions;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Storage;
using Suite.Tasks.V1;
using CaseKind = Suite.Tasks.Cases.CaseKind;
using Instruction = Suite.Tasks.Instructions.Instruction;
using InstructionState = Suite.Tasks.Instructions.InstructionState;

namespace Suite.Tasks.Api;

sealed class InstructionApi(CaseViewerBook viewers, 
    InstructionDesk desk, AskedQuery<Instruction, InstructionState> query, TaskQuery tasks, TasksDbContext db, CommandRunner<TasksDbContext> commands, CityTime time)
    : InstructionService.InstructionServiceBase
{
    public override Task<V1.Instruction> CreateInstruction(CreateInstructionRequest request, ServerCallContext context) =>
        RunAsync(context, request, request.RequestId, nameof(CreateInstruction), () =>
        {
            var asked = request.Instruction ?? throw Problems.InvalidField("instruction", "must be given.");
            return desk.CreateAsync(ResourceNames.ReadTask(request.Parent, "parent"), LeaderOf(asked, Access.Of(context)), Inputs.Id(asked.Unit, "instruction.unit"),
                CityTime.DayIn(asked.DueDate, "instruction.due_date"), CaseMessages.Act(context, time.Now, asked.Text, true, "instruction.text"), context.CancellationToken);
        });

    public override async Task<V1.Instruction> GetInstruction(GetInstructionRequest request, ServerCallContext context) =>
        ToMessage(await query.GetAsync(NameOf(request.Name), await ViewerAsync(NameOf(request.Name).Task.Plan, context), context.CancellationToken));

    public override async Task<ListInstructionsResponse> ListInstructions(ListInstructionsRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<CaseKey>(request, request.PageToken);
        var filter = new AskedFilter<InstructionState>(CaseParent.Read(request.Parent), Inputs.Only((InstructionState)request.State, "state"),
            Inputs.Id(request.Unit, "unit"), request.Overdue ? InstructionSteps.Awaiting : []);
        var found = await query.ListAsync(filter, await ViewerAsync(filter.Parent.Plan, context), after, size + 1, context.CancellationToken);
        if (found.Count == 0) await tasks.RequireAsync(filter.Parent, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, c => new CaseKey(c.TaskNumber, c.Number));
        return new() { Instructions = { page.Select(ToMessage) }, NextPageToken = next };
    }

    public override Task<V1.Instruction> AcknowledgeInstruction(CaseStepRequest request, ServerCallContext context) =>
        AnswerAsync(context, request, nameof(AcknowledgeInstruction), required: false, (instruction, act) => instruction.Acknowledge(act));

    public override Task<V1.Instruction> AnswerInstruction(CaseStepRequest request, ServerCallContext context) =>
        AnswerAsync(context, request, nameof(AnswerInstruction), required: true, (instruction, act) => instruction.Answer(act));

    public override Task<V1.Instruction> FollowUpInstruction(FollowUpInstructionRequest request, ServerCallContext context) =>
        RunAsync(context, request, request.RequestId, nameof(FollowUpInstruction), () => desk.FollowUpAsync(NameOf(request.Name), request.Etag,
            CityTime.DayIn(request.DueDate, "due_date"), CaseMessages.Act(context, time.Now, request.Text, required: true), context.CancellationToken));

    public override Task<V1.Instruction> CloseInstruction(CaseStepRequest request, ServerCallContext context) =>
        RunAsync(context, request, request.RequestId, nameof(CloseInstruction), () => desk.CloseAsync(
            NameOf(request.Name), request.Etag, CaseMessages.Act(context, time.Now, request.Text, required: false), context.CancellationToken));

    Task<V1.Instruction> AnswerAsync(ServerCallContext context, CaseStepRequest request, string action, bool required, Action<Instruction, CaseAct> step) =>
        RunAsync(context, request, request.RequestId, action, () =>
        {
            var act = CaseMessages.Act(context, time.Now, request.Text, required);
            return desk.AnswerAsync(NameOf(request.Name), request.Etag, instruction => step(instruction, act), act, context.CancellationToken);
        });

    Task<V1.Instruction> RunAsync(ServerCallContext context, IMessage request, string requestId, string action, Func<Task<Instruction>> step) =>
        commands.RunAsync(context, request, requestId, async () =>
        {
            var instruction = await step();
            commands.Audit(context, action, instruction.Name.ToString(), new { leader = instruction.LeaderId, unit = instruction.UnitId, state = instruction.State.ToString() });
            await db.SaveChangesAsync(context.CancellationToken);
            return ToMessage(instruction);
        });

    /// <summary>A leader speaks for themselves, the office for the leader it names.</summary>
    static string LeaderOf(V1.Instruction asked, Access access)
    {
        var named = Inputs.Id(asked.Leader, "instruction.leader");
        if (access.Everything) return named ?? throw Problems.InvalidField("instruction.leader", "must be given: whose word it is.");
        var own = ResourceNames.IdOf(access.Caller.Person ?? "");
        return named is null || named == own ? own : throw Problems.InvalidField("instruction.leader", "must be left out: a leader speaks for themselves.");
    }

    V1.Instruction ToMessage(Instruction instruction) => instruction.ToMessage(time.Today);

    Task<CaseViewer> ViewerAsync(string plan, ServerCallContext context) => viewers.OfAsync(Access.Of(context), plan, context.CancellationToken);

    static CaseName NameOf(string name) => CaseName.Read(name, CaseKind.Instruction);
}
