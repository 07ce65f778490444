using System.Net;
using System.Net.Http.Json;
using Suite.Directory.Storage;
using Suite.Testing;

namespace Suite.Directory.Tests.Accounts;

public sealed class RateLimitTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task CreateToken_MoreThanAllowedForAnAccount_RetryAfterOthersUntouched()
    {
        await using var host = Start("SignIn:PerAccountAndMinute", 3);
        for (var i = 0; i < 3; i++) (await TryAsync(host, "observer")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var answer = await TryAsync(host, "observer");
        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("RATE_LIMITED");
        (await TryAsync(host, "office")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await TryAsync(host, "observer", from: "203.0.113.7")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task CreateToken_MoreThanAllowedForAnAddress_WhateverTheAccount()
    {
        await using var host = Start("SignIn:PerAddressAndMinute", 3);
        for (var i = 0; i < 3; i++) (await TryAsync(host, $"account{i}", from: "203.0.113.7")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await TryAsync(host, "account3", from: "203.0.113.7")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await TryAsync(host, "account3", from: "203.0.113.8")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    TestHost<DirectoryDbContext> Start(string limit, int value) => TestHost<DirectoryDbContext>.Start(
        new Dictionary<string, string?>(DirectoryFixture.Settings(postgres.ConnectionString)) { [limit] = $"{value}" });

    /// <param name="from">The address a gateway on this machine says the call came from.</param>
    static Task<HttpResponseMessage> TryAsync(TestHost<DirectoryDbContext> host, string account, string? from = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/auth/token") { Content = JsonContent.Create(new { account, password = "wrong" }) };
        if (from is not null) request.Headers.Add("X-Forwarded-For", from);
        return host.HttpClient().SendAsync(request);
    }
}
