using Npgsql;
using Shouldly;
using Suite.Auth.V1;
using Suite.Tasks.Tests.Api;

namespace Suite.Tasks.Tests.Notifications;

public sealed class NotificationApiTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task List_Desk_SeesItsOwnAndMarksForItself()
    {
        var mine = await TellAsync("units/water/reporters", "一");
        await TellAsync("units/water/approvers", "二");
        await TellAsync("office", "三");
        var reporter = suite.As(Role.Reporter, "water");
        (await ListAsync(reporter)).ShouldBe(["一"]);
        (await ListAsync(suite.As(Role.Approver, "water"))).ShouldBe(["二"]);
        (await ListAsync(suite.As(Role.Reporter, "changan"))).ShouldBeEmpty();
        (await ListAsync(suite.As(Role.Observer))).ShouldBeEmpty();
        (await UnreadAsync(reporter)).ShouldBe(1);
        var read = (await reporter.PostAsJsonAsync($"/v1/{mine}:markRead", new { }).ReadAsync()).Require(200).Text("readTime");
        (await reporter.PostAsJsonAsync($"/v1/{mine}:markRead", new { }).ReadAsync()).Require(200).Text("readTime").ShouldBe(read);
        (await UnreadAsync(reporter)).ShouldBe(0);
        (await ListAsync(reporter, "?unread=true")).ShouldBeEmpty();
        (await ListAsync(reporter)).ShouldBe(["一"]);
    }

    [Fact]
    public async Task Get_SomebodyElses_IsNotFound()
    {
        var mine = await TellAsync("units/humen/reporters", "私");
        foreach (var other in new[] { suite.As(Role.Reporter, "changan"), suite.As(Role.Approver, "humen"), suite.As(Role.Office), suite.As(Role.Admin) })
        {
            (await other.GetAsync($"/v1/{mine}").ReadAsync()).Problem(404, "NOT_FOUND");
            (await other.PostAsJsonAsync($"/v1/{mine}:markRead", new { }).ReadAsync()).Problem(404, "NOT_FOUND");
            (await other.GetAsync($"/v1/{mine}/reminders").ReadAsync()).Problem(404, "NOT_FOUND");
        }

        (await suite.As(Role.Reporter, "humen").GetAsync($"/v1/{mine}/reminders").ReadAsync()).Require(200);
        (await suite.As(Role.Reporter, "humen").GetAsync("/v1/notifications/x").ReadAsync()).Problem(400, "INVALID_FIELD");
    }

    [Fact]
    public async Task List_Pages_NewestFirstWithoutGaps()
    {
        for (var n = 0; n < 5; n++) await TellAsync("people/pages", $"{n}", n);
        var (leader, seen, token) = (suite.As(Role.Leader, person: "pages"), new List<string>(), "");
        do
        {
            var page = (await leader.GetAsync($"/v1/notifications?pageSize=2&pageToken={Uri.EscapeDataString(token)}").ReadAsync()).Require(200);
            seen.AddRange(page.GetProperty("notifications").EnumerateArray().Select(n => n.Text("title")));
            token = page.Text("nextPageToken");
        }
        while (token.Length > 0);
        seen.ShouldBe(["4", "3", "2", "1", "0"]);
    }

    async Task<string> TellAsync(string addressee, string title, int millisecond = 0)
    {
        var id = Guid.CreateVersion7(new DateTimeOffset(2024, 3, 1, 0, 0, 0, millisecond, TimeSpan.Zero));
        await using var source = NpgsqlDataSource.Create(suite.ConnectionString);
        await using var insert = source.CreateCommand(
            "INSERT INTO notification (id, addressee, kind, key, title, body, item_count, created_at) VALUES ($1, $2, 1, $3, $4, '', 0, now())");
        foreach (var value in new object[] { id, addressee, $"{id}", title }) insert.Parameters.Add(new() { Value = value });
        await insert.ExecuteNonQueryAsync();
        return $"notifications/{id:N}";
    }

    static async Task<List<string>> ListAsync(HttpClient caller, string query = "") =>
        [.. (await caller.GetAsync($"/v1/notifications{query}").ReadAsync()).Require(200).GetProperty("notifications").EnumerateArray().Select(n => n.Text("title"))];

    static async Task<int> UnreadAsync(HttpClient caller) =>
        (await caller.GetAsync("/v1/notifications:countUnread").ReadAsync()).Require(200).GetProperty("unreadCount").GetInt32();
}
