using System.Text;
using Google.Protobuf;
using Shouldly;
using Suite.Auth.V1;
using Suite.Tasks.V1;
using Task = System.Threading.Tasks.Task;

namespace Suite.Tasks.Tests.Api;

/// <summary>The same bytes with the same settings are one import; with others they are another.</summary>
public sealed class ImportIdentityTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    const string Shared = "2024年重点工作清单\n\n序号\t工作任务\t责任单位\t完成时限\n1\t扩大投资\t虎门镇、市水务局\t6月底前\n2\t办好学校\t虎门镇\t年底前\n";

    [Theory]
    [InlineData(LeadCustom.Unspecified)]
    [InlineData(LeadCustom.AllUnits)]
    public async Task ImportPlan_SameBytesAndCustomTwice_IsOneImport(LeadCustom custom)
    {
        var plan = $"same-{(int)custom}";
        (await ImportAsync(plan, custom)).AlreadyImported.ShouldBeFalse();
        (await ImportAsync(plan, custom, dryRun: true)).AlreadyImported.ShouldBeTrue();
        var again = await ImportAsync(plan, custom);
        again.AlreadyImported.ShouldBeTrue();
        (await ImportAsync(plan, custom)).Plan.Etag.ShouldBe(again.Plan.Etag);
    }

    [Fact]
    public async Task ImportPlan_DraftWithAnotherCustom_IsReadAnew()
    {
        var first = await ImportAsync("anew", LeadCustom.Unspecified);
        (await LeadsAsync("anew")).ShouldBe(1);
        (await ImportAsync("anew", LeadCustom.AllUnits, dryRun: true)).AlreadyImported.ShouldBeFalse();
        var second = await ImportAsync("anew", LeadCustom.AllUnits);
        (second.AlreadyImported, second.Plan.DocumentSha256 == first.Plan.DocumentSha256).ShouldBe((false, false));
        (await LeadsAsync("anew")).ShouldBe(2);
        (await ImportAsync("anew", LeadCustom.Unspecified)).AlreadyImported.ShouldBeFalse();
        (await LeadsAsync("anew")).ShouldBe(1);
    }

    [Fact]
    public async Task ImportPlan_IssuedPlanWithAnotherCustom_IsAnEdition()
    {
        await suite.IssueAsync("edition-of-custom", Shared);
        (await ImportAsync("edition-of-custom", LeadCustom.Unspecified)).AlreadyImported.ShouldBeTrue();
        var edition = await ImportAsync("edition-of-custom", LeadCustom.AllUnits);
        (edition.AlreadyImported, edition.Edition.Name).ShouldBe((false, "plans/edition-of-custom/editions/1"));
        edition.Changes.Select(c => c.Field).ShouldBe([TaskField.LeadUnits, TaskField.SupportingUnits], ignoreOrder: true);
        var again = await ImportAsync("edition-of-custom", LeadCustom.AllUnits);
        (again.AlreadyImported, again.Edition.Name).ShouldBe((true, edition.Edition.Name));
    }

    /// <summary>A content type counts where it changes what is read, and only there.</summary>
    [Fact]
    public async Task ImportPlan_ContentType_CountsWhereItDecidesTheForm()
    {
        var first = await ImportAsync("called", LeadCustom.Unspecified);
        first.Plan.DocumentSha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Shared))));
        (await CalledAsync("text/plain; charset=utf-8")).AlreadyImported.ShouldBeTrue();
        (await CalledAsync("application/octet-stream")).AlreadyImported.ShouldBeTrue();
        (await CalledAsync("text/tab-separated-values")).AlreadyImported.ShouldBeFalse();
        (await CalledAsync("text/tab-separated-values; charset=utf-8")).AlreadyImported.ShouldBeTrue();
    }

    Task<ImportPlanResponse> CalledAsync(string contentType) => ImportAsync(new()
    {
        Plan = "called", Document = new() { ContentType = contentType, Data = ByteString.CopyFromUtf8(Shared) },
    });

    Task<ImportPlanResponse> ImportAsync(string plan, LeadCustom custom, bool dryRun = false) =>
        ImportAsync(new() { Plan = plan, LeadCustom = custom, DryRun = dryRun, Content = ByteString.CopyFromUtf8(Shared) });

    async Task<ImportPlanResponse> ImportAsync(ImportPlanRequest request) =>
        await new PlanService.PlanServiceClient(suite.GrpcAs(Role.Office)).ImportPlanAsync(request);

    async Task<int> LeadsAsync(string plan)
    {
        var client = new TaskService.TaskServiceClient(suite.GrpcAs(Role.Office));
        return (await client.GetTaskAsync(new() { Name = $"plans/{plan}/tasks/1" })).LeadUnits.Count;
    }
}
