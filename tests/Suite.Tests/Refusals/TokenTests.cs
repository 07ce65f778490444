using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Grpc.Core;
using Microsoft.IdentityModel.Tokens;
using Suite.Auth.V1;
using Suite.Tasks.V1;
using Suite.Testing;
using Suite.Tests.Calls;
using Suite.Tests.Journeys;
using Suite.Tests.Running;
using Task = System.Threading.Tasks.Task;

namespace Suite.Tests.Refusals;

/// <summary>Tokens that are not directory's, and tokens of the wrong people.</summary>
public sealed class TokenTests(SuiteFixture suite)
{
    [Theory]
    [InlineData("another key")]
    [InlineData("no signature")]
    [InlineData("changed claims")]
    [InlineData("not a token")]
    public async Task ListTasks_ForgedToken_IsRefusedOverJsonAndGrpc(string forgery)
    {
        var token = await ForgeAsync(forgery);

        (await suite.Json.GetAsync("v1/plans/2024/tasks", token)).ShouldBeProblem(HttpStatusCode.Unauthorized, "TOKEN_REQUIRED");
        var call = new TaskService.TaskServiceClient(suite.Grpc.Invoker)
            .ListTasksAsync(new ListTasksRequest { Parent = "plans/2024" }, GrpcDoor.As(token));
        (await Should.ThrowAsync<RpcException>(async () => await call)).StatusCode.ShouldBe(StatusCode.Unauthenticated);
    }

    [Fact]
    public async Task SignedOut_TokenIsRefusedByEveryServiceWithinTwoSeconds()
    {
        var signedIn = (await suite.Json.PostAsync("v1/auth/token", new { account = "observer", password = SuiteFixture.DemoAccountsPassword }, token: null)).Good();
        var token = signedIn["accessToken"]!.GetValue<string>();
        string[] doors = ["v1/units", "v1/plans", "v1/definitions", "v1/reports"];
        foreach (var door in doors) (await suite.Json.GetAsync(door, token)).Good();
        (await suite.Json.PostAsync("v1/auth/session:signOut", new { }, token)).Good();
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        foreach (var door in doors) (await suite.Json.GetAsync(door, token)).ShouldBeProblem(HttpStatusCode.Unauthorized, "TOKEN_REQUIRED");
    }

    [Fact]
    public async Task Report_AnotherUnitsToken_IsRefusedOverJsonAndGrpc()
    {
        var task = await new TrialPlan(suite).TakeTaskAsync();
        var journey = new ReportJourney(suite, task);
        // A unit without any part in the task: supporting units may acknowledge, members of a group report too.
        var assigned = (await suite.Json.GetAsync($"v1/{task.Task}/assignments?pageSize=1000", await suite.Accounts.Office)).Good().ToJsonString();
        string[] units = ["audit", "womens-federation", "forestry", "statistics", "disabled-persons-federation", "trade-promotion-council", "humen"];
        var foreign = units.First(unit => !assigned.Contains($"\"units/{unit}\"", StringComparison.Ordinal));
        var stranger = await suite.Accounts.TokenAsync($"{foreign}.reporter");
        var client = new TaskService.TaskServiceClient(suite.Grpc.Invoker);

        (await suite.Json.PostAsync($"v1/{task.Task}:acknowledge", new { }, stranger)).ShouldBeProblem(HttpStatusCode.Forbidden, "OUT_OF_SCOPE");
        var overGrpc = client.AcknowledgeTaskAsync(new AcknowledgeTaskRequest { Name = task.Task }, GrpcDoor.As(stranger));
        (await Should.ThrowAsync<RpcException>(async () => await overGrpc)).StatusCode.ShouldBe(StatusCode.PermissionDenied);

        await journey.AcknowledgeAsync();
        (await suite.Json.PostAsync($"v1/{task.Task}/reports", journey.Content("不是我的任务。", "1"), stranger)).ShouldBeProblem(HttpStatusCode.Forbidden, "OUT_OF_SCOPE");
        await journey.DraftAsync();
        var strangeApprover = await suite.Accounts.TokenAsync($"{foreign}.approver");
        (await suite.Json.PostAsync($"v1/{task.Report}:approve", new { }, strangeApprover)).Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Steps_WrongRole_AreRefused()
    {
        var task = await new TrialPlan(suite).TakeTaskAsync();
        await new ReportJourney(suite, task).SubmittedAsync();
        var reporter = await suite.Accounts.TokenAsync(task.Reporter);

        (await suite.Json.PostAsync($"v1/{task.Report}:accept", new { }, reporter)).ShouldBeProblem(HttpStatusCode.Forbidden, "ROLE_NOT_ALLOWED");
        (await suite.Json.PostAsync($"v1/{task.Report}:approve", new { }, reporter)).ShouldBeProblem(HttpStatusCode.Forbidden, "ROLE_NOT_ALLOWED");
        (await suite.Json.PostDocumentAsync("v1/plans:import", "x"u8.ToArray(), reporter)).ShouldBeProblem(HttpStatusCode.Forbidden, "ROLE_NOT_ALLOWED");
    }

    [Fact]
    public async Task SignIn_WrongPassword_IsRefusedWithoutSayingWhy() =>
        (await suite.Json.PostAsync("v1/auth/token", new { account = "nobody-at-all", password = "x" }, token: null))
            .ShouldBeProblem(HttpStatusCode.Unauthorized, "SIGN_IN_FAILED");

    async Task<string> ForgeAsync(string forgery)
    {
        var good = (await suite.Accounts.Office).Split('.');
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var claims = TestTokens.Claims("office", [Role.Office]);
        return forgery switch
        {
            "another key" => TestTokens.Sign(claims, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1),
                issuer: Issuer(good[1]), key: new SigningCredentials(new ECDsaSecurityKey(key) { KeyId = KeyId(good[0]) }, SecurityAlgorithms.EcdsaSha256)),
            "no signature" => $"{Encode("""{"alg":"none","typ":"JWT"}""")}.{good[1]}.",
            "changed claims" => $"{good[0]}.{Encode(Decode(good[1]).Replace("\"office\"", "\"admin\"", StringComparison.Ordinal))}.{good[2]}",
            _ => "not-a-token",
        };
    }

    static string Issuer(string payload) => JsonDocument.Parse(Decode(payload)).RootElement.GetProperty("iss").GetString()!;

    static string KeyId(string header) => JsonDocument.Parse(Decode(header)).RootElement.GetProperty("kid").GetString()!;

    static string Decode(string part) => Base64UrlEncoder.Decode(part);

    static string Encode(string json) => Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(json));
}
