using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Shouldly;
using Suite.Auth.V1;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.Tasks.Steps;
using Suite.Tasks.Tests.Api;
using Suite.Tasks.Tests.Cases;
using Suite.Tasks.Tests.Editions;
using Suite.Testing;

namespace Suite.Tasks.Tests.Steps;

/// <summary>Every step that the tables do not know, tried through the method that takes it, in every state it is not possible in.</summary>
public sealed class IllegalStepTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    /// <summary>One resource of each kind: where its state is kept, and its name.</summary>
    static readonly Dictionary<string, (string Sql, string Name)> Resources = new()
    {
        ["Task"] = ("task SET state = {0} WHERE plan_id = 'steps' AND number = 2", "plans/steps/tasks/2"),
        ["Report"] = ("progress_report SET state = {0} WHERE plan_id = 'steps'", "plans/steps/tasks/1/reports/humen-q1"),
        ["Adjustment"] = ("adjustment SET state = {0} WHERE plan_id = 'steps'", "plans/steps/tasks/1/adjustments/1"),
        ["Instruction"] = ("instruction SET state = {0} WHERE plan_id = 'steps'", "plans/steps/tasks/1/instructions/1"),
        ["Question"] = ("question SET state = {0} WHERE plan_id = 'steps'", "plans/steps/tasks/1/questions/1"),
        ["Closing"] = ("closing SET state = {0} WHERE plan_id = 'steps'", "plans/steps/tasks/1/closings/1"),
        ["Assignment"] = ("assignment SET acknowledged_at = CASE WHEN {0} > 1 THEN now() END, withdrawn_at = CASE WHEN {0} > 2 THEN now() END WHERE plan_id = 'steps' AND unit_id = 'changan'",
            "plans/steps/tasks/1/assignments/changan"),
        ["Edition"] = ("plan_edition SET state = {0} WHERE plan_id = 'steps-edition'", "plans/steps-edition/editions/1"),
        ["Change"] = ("plan_change SET state = {0} WHERE plan_id = 'steps-edition'", "plans/steps-edition/editions/1/changes/1"),
    };

    /// <summary>Methods whose step on this resource is a consequence of one on another, or that find it done already.</summary>
    static readonly HashSet<(string Type, string Method)> Elsewhere =
    [
        ("Task", "PlanService.IssuePlan"), ("Task", "EditionService.AcceptPlanChange"), ("Task", "EditionService.AcceptPlanEdition"), ("Task", "TaskService.AcknowledgeTask"), ("Task", "CascadeService.SettleCascadeFinding"),
        ("Task", "ClosingService.ApproveClosing"), ("Closing", "ClosingService.ReopenTask"), ("Edition", "EditionService.AcceptPlanChange"),
        ("Edition", "EditionService.RejectPlanChange"), ("Edition", "PlanService.ImportPlan"), ("Change", "PlanService.ImportPlan"),
        ("Change", "EditionService.AcceptPlanEdition"), ("Change", "EditionService.RejectPlanEdition"), ("Assignment", "TaskService.AcknowledgeTask"),
        ("Assignment", "ProgressService.CreateProgressReport"), ("Assignment", "EditionService.AcceptPlanChange"), ("Assignment", "EditionService.AcceptPlanEdition"),
    ];

    [Fact]
    public async Task EveryIllegalStep_IsRefusedWithItsReason()
    {
        var plan = await PrepareAsync();
        var wrong = new List<string>();
        var tried = 0;
        foreach (var table in StepTables.All)
        foreach (var (state, value) in table.States.Select((s, i) => (s, i + 1)))
        {
            await plan.RowAsync("UPDATE " + string.Format(CultureInfo.InvariantCulture, Resources[table.Type].Sql, value));
            foreach (var row in table.Rows.Where(r => r.From.Count > 0 && !r.From.Contains(state)))
            foreach (var method in row.Methods.Where(m => !Elsewhere.Contains((table.Type, m)) && !IsDraftTask(table.Type, state)))
            {
                tried++;
                var problem = await CallAsync(method, Resources[table.Type].Name);
                if (problem?.Reason != Reason.IllegalStep || problem.Metadata.GetValueOrDefault("state") != state)
                    wrong.Add($"{table.Type} {state} {method}: {problem?.Reason.ToString() ?? "let through"} {problem?.Message}");
            }
        }

        wrong.ShouldBeEmpty();
        tried.ShouldBeGreaterThan(60);
    }

    /// <summary>A task of a draft plan is not there for anybody but those who read plans.</summary>
    static bool IsDraftTask(string type, string state) => type == "Task" && state == "DRAFT";

    /// <summary>Calls a method on a resource as somebody who may, with all words it could ask for.</summary>
    async Task<Problem?> CallAsync(string name, string resource)
    {
        var rights = RightsMatrix.Methods.Single(m => m.Method.FullName == $"suite.tasks.v1.{name}");
        var role = rights.Grants[0].Roles[0];
        // Questions: the office asked, so the unit answers.
        if (name == "QuestionService.AnswerQuestion") role = Role.Reporter;
        var token = TestTokens.For(role, role is Role.Reporter or Role.Approver ? "units/humen" : null, role == Role.Leader ? "people/liu-guangbin" : null);
        var method = new Method<byte[], byte[]>(MethodType.Unary, rights.Method.Service.FullName, rights.Method.Name, Bytes, Bytes);
        try
        {
            await suite.Grpc(token).AsyncUnaryCall(method, null, new CallOptions(), RequestFor(rights.Method.InputType, resource).ToByteArray());
            return null;
        }
        catch (RpcException error) when (RpcProblem.FromRpc(error) is { } problem)
        {
            return problem;
        }
    }

    static IMessage RequestFor(MessageDescriptor type, string resource)
    {
        var request = type.Parser.ParseFrom(ByteString.Empty);
        foreach (var field in type.Fields.InDeclarationOrder())
            switch (field.Name)
            {
                case "name":
                    field.Accessor.SetValue(request, resource);
                    break;
                case "text" or "reason" or "comment":
                    field.Accessor.SetValue(request, "理由");
                    break;
                case "to":
                    field.Accessor.SetValue(request, "plans/steps-next/tasks/1");
                    break;
                case "contribution":
                    field.Accessor.SetValue(request, "plans/steps/tasks/1/reports/development-reform-q1");
                    break;
                case "units":
                    ((System.Collections.IList)field.Accessor.GetValue(request)).Add("units/water");
                    break;
                case "adjustment":
                    field.Accessor.SetValue(request, new V1.Adjustment { Name = resource, Kind = V1.AdjustmentKind.Withdrawal, Reason = "理由" });
                    break;
                case "report":
                    field.Accessor.SetValue(request, new V1.ProgressReport { Name = resource, Narrative = "改" });
                    break;
            }

        return request;
    }

    async Task<CaseDoor> PrepareAsync()
    {
        var plan = await new CaseDoor(suite, "steps").IssuedAsync();
        await suite.IssueAsync("steps-next", Tables.TwoTasks);
        await plan.RowAsync("UPDATE plan SET year = 2025 WHERE id = 'steps-next'");
        await plan.AcceptedAsync();
        (await plan.PostAs(Role.Reporter, "tasks/1/adjustments", new { kind = "ADJUSTMENT_KIND_WITHDRAWAL", reason = "x" })).Require(200);
        (await plan.PostAs(Role.Leader, "tasks/1/instructions", new { text = "请办" })).Require(200);
        (await plan.PostAs(Role.Office, "tasks/1/questions", new { text = "何时？" })).Require(200);
        (await plan.PostAs(Role.Approver, "tasks/1/closings", new { text = "完成" })).Require(200);
        await suite.IssueAsync("steps-edition", Revised.Issued);
        await suite.ImportAsync("steps-edition", Revised.Edition);
        return plan;
    }
}
