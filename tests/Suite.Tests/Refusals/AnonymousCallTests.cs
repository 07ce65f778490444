using System.Net;
using Grpc.Core;
using Suite.Tests.Calls;
using Suite.Tests.Running;

namespace Suite.Tests.Refusals;

/// <summary>Every method of the contract, called by nobody: refused, unless the contract says that no token is asked for.</summary>
public sealed class AnonymousCallTests(SuiteFixture suite)
{
    public static TheoryData<string> Methods => [.. ContractMethods.All.Select(m => m.FullName)];

    /// <summary>Methods that stream are served over gRPC alone.</summary>
    public static TheoryData<string> JsonMethods => [.. ContractMethods.All.Where(m => !m.IsServerStreaming && !m.IsClientStreaming).Select(m => m.FullName)];

    [Fact]
    public void Methods_OfTheContract_AreFound() => ContractMethods.All.Count.ShouldBeGreaterThan(25);

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Grpc_WithoutToken_IsRefusedUnlessDeclaredAnonymous(string name)
    {
        var method = ContractMethods.All.Single(m => m.FullName == name);

        var status = await suite.Grpc.StatusOfAsync(method.Service.FullName, method.Name, [], token: null);

        if (ContractMethods.RuleOf(method).Anonymous) status.StatusCode.ShouldNotBe(StatusCode.Unimplemented, status.Detail);
        else status.StatusCode.ShouldBe(StatusCode.Unauthenticated, status.Detail);
    }

    [Theory]
    [MemberData(nameof(JsonMethods))]
    public async Task Json_WithoutToken_IsRefusedUnlessDeclaredAnonymous(string name)
    {
        var method = ContractMethods.All.Single(m => m.FullName == name);
        var (verb, path) = ContractMethods.DoorOf(method);

        var answer = await suite.Json.SendAsync(verb, path, token: null, verb == HttpMethod.Get ? null : new StringContent("{}"));

        if (ContractMethods.RuleOf(method).Anonymous) answer.Status.ShouldNotBe(HttpStatusCode.NotFound, answer.Body);
        else answer.ShouldBeProblem(HttpStatusCode.Unauthorized, "TOKEN_REQUIRED");
    }
}
