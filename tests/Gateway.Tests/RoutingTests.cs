using System.Net;
using System.Text.RegularExpressions;
using Grpc.Core;
using Shouldly;
using Suite.ServiceDefaults.Transcoding;
using Suite.Tasks.V1;
using Task = System.Threading.Tasks.Task;

namespace Suite.Gateway.Tests;

/// <summary>Every call of the contract reaches the backend that owns it, as it came.</summary>
public sealed partial class RoutingTests(Installation suite) : IClassFixture<Installation>
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Methods =>
        [.. Contracts.Methods.Select(m => (m.Service.File.Package.Split('.')[1], $"/{m.Service.FullName}/{m.Name}"))];

    public static TheoryData<string, string, string> Paths =>
        [.. Contracts.Methods.SelectMany(m => HttpBinding.Of(m).Select(b => (m.Service.File.Package.Split('.')[1], b.Verb, RouteValue().Replace(b.Path.Route, "a-1"))))];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Grpc_EveryMethod_ReachesItsOwner(string owner, string method)
    {
        var answer = await suite.Grpc.GrpcAsync(method);

        answer.Status.ShouldBe(StatusCode.OK);
        (answer.Seen!.Backend, answer.Seen.Path).ShouldBe((owner, method));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Json_EveryPath_ReachesItsOwner(string owner, string verb, string path)
    {
        using var response = await suite.Json.SendAsync(new(new(verb), $"{path}?x=%E4%B9%A6&y=a+b"), Token);
        var seen = await response.SeenAsync();

        (seen.Backend, seen.Method, seen.Path, seen.Query).ShouldBe((owner, verb, path, "?x=%E4%B9%A6&y=a+b"));
    }

    [Fact]
    public async Task Grpc_RealClient_GetsMessageStatusAndDeadlineThrough()
    {
        var client = new TaskService.TaskServiceClient(suite.Gateway.GrpcInvoker());
        var deadline = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(20);

        var seen = Seen.Of((await client.GetTaskAsync(new() { Name = "plans/2024/tasks/1" }, deadline: deadline, cancellationToken: Token)).Name);
        seen.BodyLength.ShouldBe(5 + 20);
        seen.Headers.Keys.ShouldContain("grpc-timeout");
        (await Should.ThrowAsync<RpcException>(async () => await client.GetTaskAsync(new(), new Metadata { { "x-status", "9" } }, cancellationToken: Token)))
            .Status.ShouldBe(new Status(StatusCode.FailedPrecondition, "as asked"));
    }

    [Fact]
    public async Task Json_Forwarded_TellsWhoAskedAndNotWhatTheyClaim()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/units") { Headers = { { "X-Forwarded-For", "8.8.8.8" }, { "X-Forwarded-Host", "evil" } } };
        using var response = await suite.Json.SendAsync(request, Token);
        var headers = (await response.SeenAsync()).Headers;

        headers["x-forwarded-for"].ShouldBe("127.0.0.1");
        headers["x-forwarded-host"].ShouldBe($"127.0.0.1:{suite.Gateway.Http.Port}");
        headers["x-forwarded-proto"].ShouldBe("http");
    }

    [Fact]
    public async Task Json_BehindATrustedProxy_TellsWhomItNames()
    {
        await using var behind = new Installation().With("Gateway:TrustedProxies:0", "127.0.0.0/8");
        await behind.InitializeAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/units") { Headers = { { "X-Forwarded-For", "6.6.6.6, 8.8.8.8" } } };
        using var response = await behind.Json.SendAsync(request, Token);

        (await response.SeenAsync()).Headers["x-forwarded-for"].ShouldBe("8.8.8.8");
    }

    [Theory]
    [InlineData("/v1/units/%FF", "path")]
    [InlineData("/v1/units?q=%C3%28", "query")]
    public async Task Json_AddressThatIsNotUtf8_IsRefusedHere(string address, string place)
    {
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, suite.Gateway.Http.Port, Token);
        await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes($"GET {address} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"), Token);
        using var reader = new StreamReader(client.GetStream());
        var answer = await reader.ReadToEndAsync(Token);

        answer.ShouldStartWith("HTTP/1.1 400 ");
        answer.ShouldContain($"\"field\":\"{place}\"");
    }

    [Fact]
    public async Task Json_EncodedAddress_IsPassedOnAsItIs()
    {
        using var response = await suite.Json.GetAsync("/v1/units/%E4%B9%A6%20a%2Fb%25", Token);

        (await response.SeenAsync()).Path.ShouldBe("/v1/units/书 a%2Fb%");
    }

    [Fact]
    public async Task Json_UnknownPath_IsNoSuchMethod()
    {
        using var response = await suite.Json.GetAsync("/v1/nothing/here", Token);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.ReasonAsync()).ShouldBe("NO_SUCH_METHOD");
    }

    [Fact]
    public async Task Json_UnknownVerb_NamesTheVerbsThereAre()
    {
        using var response = await suite.Json.DeleteAsync("/v1/rights", Token);

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["GET"]);
    }

    [Theory]
    [InlineData("/suite.tasks.v1.NoService/GetTask")]
    [InlineData("/v1/units")]
    [InlineData("/")]
    public async Task Grpc_WhatIsNoMethod_IsUnimplemented(string path)
    {
        var answer = await suite.Grpc.GrpcAsync(path);

        (answer.Status, answer.Reason).ShouldBe((StatusCode.Unimplemented, "NO_SUCH_METHOD"));
    }

    [Fact]
    public async Task Grpc_AtTheHttpPort_IsToldOfTheOther()
    {
        using var content = new ByteArrayContent(RawCall.Frame([])) { Headers = { ContentType = new("application/grpc") } };
        using var response = await suite.Json.PostAsync("/suite.tasks.v1.TaskService/GetTask", content, Token);

        response.Headers.GetValues("grpc-status").ShouldBe(["12"]);
        response.Headers.GetValues("grpc-message").Single().ShouldContain("HTTP%2F2");
    }

    [Fact]
    public async Task Json_AtAGrpcPath_IsNoSuchMethod()
    {
        using var response = await suite.Json.PostAsync("/suite.tasks.v1.TaskService/GetTask", JsonContentOf("{}"), Token);

        (await response.ReasonAsync()).ShouldBe("NO_SUCH_METHOD");
    }

    static StringContent JsonContentOf(string json) => new(json, System.Text.Encoding.UTF8, "application/json");

    [GeneratedRegex(@"\{p\d+\}", RegexOptions.NonBacktracking)]
    private static partial Regex RouteValue();
}
