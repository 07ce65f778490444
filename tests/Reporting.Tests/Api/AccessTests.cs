using System.Net;
using System.Text;
using Grpc.Core;
using Shouldly;
using Suite.Auth.V1;
using Suite.Reporting.V1;
using Suite.Testing;

namespace Suite.Reporting.Tests.Api;

public sealed class AccessTests(ReportingService service)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    static readonly Dictionary<string, Func<ReportService.ReportServiceClient, Task>> Methods = new()
    {
        ["create"] = client => client.CreateReportAsync(new()).ResponseAsync,
        ["get"] = client => client.GetReportAsync(new()).ResponseAsync,
        ["list"] = client => client.ListReportsAsync(new()).ResponseAsync,
        ["refresh"] = client => client.RefreshReportAsync(new()).ResponseAsync,
        ["approve"] = client => client.ApproveReportAsync(new()).ResponseAsync,
        ["issue"] = client => client.IssueReportAsync(new()).ResponseAsync,
        ["correct"] = client => client.CorrectReportAsync(new()).ResponseAsync,
        ["edit"] = client => client.EditPassageAsync(new()).ResponseAsync,
        ["download"] = client => client.DownloadReportAsync(new()).ResponseAsync,
        ["figures"] = client => client.ListFiguresAsync(new()).ResponseAsync,
        ["trace"] = client => client.TraceFigureAsync(new()).ResponseAsync,
    };

    public static TheoryData<string> Names => [.. Methods.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task EveryMethod_WithoutAToken_IsRefused(string method) =>
        await ShouldFailAsync(method, service.Host.GrpcInvoker(), StatusCode.Unauthenticated);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task EveryMethod_WithoutARole_IsRefused(string method) =>
        await ShouldFailAsync(method, service.Host.GrpcInvoker(TestTokens.For("nobody", [])), StatusCode.PermissionDenied);

    [Theory]
    [InlineData(Role.Reporter)]
    [InlineData(Role.Approver)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Observer)]
    public async Task CreateReport_ByOthersThanTheOffice_IsRefused(Role role) =>
        await ShouldFailAsync("create", service.Host.GrpcInvoker(TestTokens.For(role, unit: "units/education")), StatusCode.PermissionDenied);

    [Fact]
    public async Task CreateAndDownload_OverJson_GiveTheFileWithItsName()
    {
        var told = await service.ToldAsync();
        var office = service.Host.HttpClient(TestTokens.For(Role.Office));
        var body = new StringContent($$"""{"kind":"REPORT_KIND_BULLETIN","plan":"{{told.Plan}}","quarter":1}""", Encoding.UTF8, "application/json");

        (await office.PostAsync("/v1/reports", body, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var download = await office.GetAsync($"/v1/reports/{told.Id}-q1-1:download", Cancelled);

        download.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        download.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("督查通报-2024-第1期-一季度.docx");
    }

    [Fact]
    public async Task CreateReport_GarbageOverJson_IsABadRequest()
    {
        var office = service.Host.HttpClient(TestTokens.For(Role.Office));

        (await office.PostAsync("/v1/reports", new StringContent("{"), Cancelled)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await office.PostAsync("/v1/reports", new ByteArrayContent([0xff, 0xfe]), Cancelled)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    static async Task ShouldFailAsync(string method, CallInvoker invoker, StatusCode status) =>
        (await Should.ThrowAsync<RpcException>(() => Methods[method](new ReportService.ReportServiceClient(invoker)))).StatusCode.ShouldBe(status);
}
