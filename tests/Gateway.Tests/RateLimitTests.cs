using System.Net;
using Grpc.Core;
using Shouldly;
using Suite.Auth.V1;
using Suite.Testing;

namespace Suite.Gateway.Tests;

/// <summary>Too many calls.</summary>
public sealed class RateLimitTests : IAsyncLifetime
{
    readonly Installation _suite = new Installation()
        .With("Gateway:Caller:PerSecond", "1").With("Gateway:Caller:Burst", "5").With("Gateway:SignIn:PerSecond", "1").With("Gateway:SignIn:Burst", "2");

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _suite.InitializeAsync();

    public ValueTask DisposeAsync() => _suite.DisposeAsync();

    [Fact]
    public async Task Json_OverTheBurst_Is429WithRetryAfter()
    {
        using var refused = await FirstRefusalAsync(() => _suite.Gateway.HttpClient(TestTokens.For(Role.Office)).GetAsync("/v1/units", Token));

        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        (await refused.ReasonAsync()).ShouldBe("RATE_LIMITED");
        (await _suite.Gateway.HttpClient(TestTokens.For(Role.Leader)).GetAsync("/v1/units", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _suite.Json.GetAsync("/health/live", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Grpc_OverTheBurst_IsResourceExhausted()
    {
        RawAnswer answer;
        var calls = 0;
        do answer = await _suite.Grpc.GrpcAsync("/suite.tasks.v1.TaskService/GetTask");
        while (answer.Status == StatusCode.OK && ++calls < 20);

        (answer.Status, answer.Reason).ShouldBe((StatusCode.ResourceExhausted, "RATE_LIMITED"));
    }

    [Fact]
    public async Task SignIn_OverItsBurst_IsRefusedBeforeOtherCalls()
    {
        using var refused = await FirstRefusalAsync(() => _suite.Json.PostAsync("/v1/auth/token", null, Token));

        (await refused.ReasonAsync()).ShouldBe("RATE_LIMITED");
        (await _suite.Json.GetAsync("/v1/units", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    static async Task<HttpResponseMessage> FirstRefusalAsync(Func<Task<HttpResponseMessage>> call)
    {
        for (var calls = 0; calls < 20; calls++)
        {
            var response = await call();
            if (response.StatusCode == HttpStatusCode.TooManyRequests) return response;
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        throw new InvalidOperationException("Twenty calls were let through.");
    }
}
