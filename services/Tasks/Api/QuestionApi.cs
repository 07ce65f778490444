using Google.Protobuf;
using Grpc.Core;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Calendar;
using Suite.Tasks.Cases;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Questions;
using Suite.Tasks.Storage;
using Suite.Tasks.V1;
using CaseKind = Suite.Tasks.Cases.CaseKind;
using Question = Suite.Tasks.Questions.Question;
using QuestionState = Suite.Tasks.Questions.QuestionState;

namespace Suite.Tasks.Api;

sealed class QuestionApi(CaseViewerBook viewers, 
    QuestionDesk desk, AskedQuery<Question, QuestionState> query, TaskQuery tasks, TasksDbContext db, CommandRunner<TasksDbContext> commands, CityTime time)
    : QuestionService.QuestionServiceBase
{
    public override Task<V1.Question> CreateQuestion(CreateQuestionRequest request, ServerCallContext context) =>
        RunAsync(context, request, request.RequestId, nameof(CreateQuestion), () =>
        {
            var asked = request.Question ?? throw Problems.InvalidField("question", "must be given.");
            return desk.CreateAsync(ResourceNames.ReadTask(request.Parent, "parent"), Inputs.Id(asked.Unit, "question.unit"),
                CityTime.DayIn(asked.DueDate, "question.due_date"), SideOf(context, asked.Text, true, "question.text"), context.CancellationToken);
        });

    public override async Task<V1.Question> GetQuestion(GetQuestionRequest request, ServerCallContext context) =>
        ToMessage(await query.GetAsync(NameOf(request.Name), await ViewerAsync(NameOf(request.Name).Task.Plan, context), context.CancellationToken));

    public override async Task<ListQuestionsResponse> ListQuestions(ListQuestionsRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<CaseKey>(request, request.PageToken);
        var filter = new AskedFilter<QuestionState>(CaseParent.Read(request.Parent), Inputs.Only((QuestionState)request.State, "state"),
            Inputs.Id(request.Unit, "unit"), request.Overdue ? QuestionSteps.Awaiting : []);
        var found = await query.ListAsync(filter, await ViewerAsync(filter.Parent.Plan, context), after, size + 1, context.CancellationToken);
        if (found.Count == 0) await tasks.RequireAsync(filter.Parent, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, c => new CaseKey(c.TaskNumber, c.Number));
        return new() { Questions = { page.Select(ToMessage) }, NextPageToken = next };
    }

    public override Task<V1.Question> AnswerQuestion(CaseStepRequest request, ServerCallContext context) =>
        RunAsync(context, request, request.RequestId, nameof(AnswerQuestion), () => desk.AnswerAsync(
            NameOf(request.Name), request.Etag, SideOf(context, request.Text, required: true), context.CancellationToken));

    public override Task<V1.Question> FollowUpQuestion(CaseStepRequest request, ServerCallContext context) =>
        RunAsync(context, request, request.RequestId, nameof(FollowUpQuestion), () => desk.FollowUpAsync(
            NameOf(request.Name), request.Etag, SideOf(context, request.Text, required: true), context.CancellationToken));

    public override Task<V1.Question> CloseQuestion(CaseStepRequest request, ServerCallContext context) =>
        RunAsync(context, request, request.RequestId, nameof(CloseQuestion), () => desk.CloseAsync(
            NameOf(request.Name), request.Etag, SideOf(context, request.Text, required: false), context.CancellationToken));

    Task<V1.Question> RunAsync(ServerCallContext context, IMessage request, string requestId, string action, Func<Task<Question>> step) =>
        commands.RunAsync(context, request, requestId, async () =>
        {
            var question = await step();
            commands.Audit(context, action, question.Name.ToString(), new { unit = question.UnitId, question.FromOffice, state = question.State.ToString() });
            await db.SaveChangesAsync(context.CancellationToken);
            return ToMessage(question);
        });

    QuestionSide SideOf(ServerCallContext context, string text, bool required, string field = "text") =>
        new(Access.Of(context).Everything, CaseMessages.Act(context, time.Now, text, required, field));

    V1.Question ToMessage(Question question) => question.ToMessage(time.Today);

    Task<CaseViewer> ViewerAsync(string plan, ServerCallContext context) => viewers.OfAsync(Access.Of(context), plan, context.CancellationToken);

    static CaseName NameOf(string name) => CaseName.Read(name, CaseKind.Question);
}
