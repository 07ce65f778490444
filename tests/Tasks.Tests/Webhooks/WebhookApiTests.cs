using Npgsql;
using Shouldly;
using Suite.Auth.V1;
using Suite.Tasks.Tests.Api;

namespace Suite.Tasks.Tests.Webhooks;

public sealed class WebhookApiTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    const string Hooks = "/v1/webhooks";

    [Fact]
    public async Task Create_ThenAgain_ShowsTheSecretOnce()
    {
        var body = Body("once", "https://hooks.example.com/a");
        var first = (await suite.As(Role.Office).PostAsJsonAsync(Hooks, body).ReadAsync()).Require(200);
        first.Text("newSecret").ShouldStartWith("whsec_");
        (await suite.As(Role.Office).PostAsJsonAsync(Hooks, body).ReadAsync()).Require(200).Text("newSecret").ShouldBeEmpty();
        (await suite.As(Role.Admin).GetAsync($"{Hooks}/once").ReadAsync()).Require(200).Text("newSecret").ShouldBeEmpty();
        (await suite.As(Role.Office).PostAsJsonAsync(Hooks, Body("once", "https://hooks.example.com/b", "other")).ReadAsync()).Problem(409, "ALREADY_EXISTS");
        await using var source = NpgsqlDataSource.Create(suite.ConnectionString);
        await using var audit = source.CreateCommand("SELECT string_agg(detail, '') FROM audit_entry WHERE resource = 'webhooks/once'");
        ((string)(await audit.ExecuteScalarAsync())!).ShouldNotContain("whsec_");
    }

    [Fact]
    public async Task Rotate_WithOverlap_HasTwoSecretsThenDisableAndEnable()
    {
        (await suite.As(Role.Office).PostAsJsonAsync(Hooks, Body("turned", "https://hooks.example.com/a")).ReadAsync()).Require(200);
        var rotated = (await suite.As(Role.Office).PostAsJsonAsync($"{Hooks}/turned:rotateSecret", new { overlap = "3600s" }).ReadAsync()).Require(200);
        (rotated.GetProperty("secretCount").GetInt32(), rotated.Text("newSecret").Length > 40).ShouldBe((2, true));
        (await suite.As(Role.Office).PostAsJsonAsync($"{Hooks}/turned:rotateSecret", new { overlap = "999999999s" }).ReadAsync()).Problem(400, "INVALID_FIELD");
        (await suite.As(Role.Office).PostAsJsonAsync($"{Hooks}/turned:disable", new { }).ReadAsync()).Require(200).Text("state").ShouldBe("WEBHOOK_STATE_DISABLED");
        (await suite.As(Role.Office).PostAsJsonAsync($"{Hooks}/turned:disable", new { }).ReadAsync()).Problem(409, "ILLEGAL_STEP");
        (await suite.As(Role.Office).PostAsJsonAsync($"{Hooks}/turned:enable", new { etag = "old" }).ReadAsync()).Problem(412, "STALE_ETAG");
        (await suite.As(Role.Office).PostAsJsonAsync($"{Hooks}/turned:enable", new { }).ReadAsync()).Require(200);
        (await suite.As(Role.Office).GetAsync($"{Hooks}/turned/deliveries?state=WEBHOOK_DELIVERY_STATE_DEAD").ReadAsync()).Require(200);
        (await suite.As(Role.Office).PostAsJsonAsync($"{Hooks}/turned/deliveries/{Guid.NewGuid():N}:resend", new { }).ReadAsync()).Problem(404, "NOT_FOUND");
    }

    [Theory]
    [InlineData("http://hooks.example.com/")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("https://localhost.localdomain@127.0.0.1/")]
    [InlineData("x")]
    public async Task Create_AddressNotAllowed_IsRefused(string url) =>
        (await suite.As(Role.Office).PostAsJsonAsync(Hooks, Body("bad", url, "bad")).ReadAsync()).Problem(400, "INVALID_FIELD").Detail.ShouldContain("webhook.url:");

    [Theory]
    [InlineData(Role.Reporter)]
    [InlineData(Role.Approver)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Observer)]
    public async Task Create_ByOthers_IsRefused(Role role) =>
        (await suite.As(role, "humen").PostAsJsonAsync(Hooks, Body("theirs", "https://hooks.example.com/", "theirs")).ReadAsync()).Problem(403, "ROLE_NOT_ALLOWED");

    static object Body(string id, string url, string request = "first") =>
        new { webhookId = id, requestId = $"{id}-{request}", webhook = new { displayName = "市政务消息平台", url } };
}
