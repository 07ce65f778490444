using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Suite.Directory.Tests.Api;

/// <summary>Whatever comes over JSON is answered with a problem of the 4xx kind that says what is wrong.</summary>
public sealed class GarbageTests(DirectoryFixture directory) : IClassFixture<DirectoryFixture>
{
    public static TheoryData<string, string> Bodies => new()
    {
        { "not json", "MALFORMED_BODY" },
        { "{", "MALFORMED_BODY" },
        { "[]", "MALFORMED_BODY" },
        { "\"text\"", "MALFORMED_BODY" },
        { "{\"names\": 7}", "INVALID_FIELD" },
        { "{\"names\": [{}]}", "INVALID_FIELD" },
        { "{\"names\": [null]}", "INVALID_FIELD" },
        { "{\"nobody\": 1}", "INVALID_FIELD" },
        { "{\"names\": [\"\\ud800\"]}", "INVALID_FIELD" },
        { "{\"names\": [\"a\"]} trailing", "MALFORMED_BODY" },
        { new string('[', 100_000), "MALFORMED_BODY" },
        { $"{{\"names\": [{string.Join(',', Enumerable.Repeat("\"a\"", 2001))}]}}", "INVALID_FIELD" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Post_GarbageBody_ProblemWithReason(string body, string reason)
    {
        var answer = await (await directory.JsonAsync()).PostAsync("/v1/units:resolve", new StringContent(body, Encoding.UTF8, "application/json"));
        await ShouldBeProblemAsync(answer, HttpStatusCode.BadRequest, reason);
    }

    [Fact]
    public async Task Post_InvalidUtf8_SaysWhere()
    {
        var body = new ByteArrayContent([.. "{\"names\": [\""u8, 0xC3, 0x28, .. "\"]}"u8]);
        var answer = await (await directory.JsonAsync()).PostAsync("/v1/units:resolve", body);
        (await ShouldBeProblemAsync(answer, HttpStatusCode.BadRequest, "MALFORMED_BODY")).ShouldContain("UTF-8");
    }

    [Fact]
    public async Task Post_BodyOverTheLimit_TooLarge()
    {
        // Waiting for the server's word before sending: it refuses by the announced length.
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/units:resolve")
        {
            Content = new ByteArrayContent(new byte[21 << 20]), Headers = { ExpectContinue = true },
        };
        var answer = await (await directory.JsonAsync()).SendAsync(request);
        await ShouldBeProblemAsync(answer, HttpStatusCode.RequestEntityTooLarge, "TOO_LARGE");
    }

    [Theory]
    [InlineData("/v1/units?pageSize=many", "INVALID_FIELD")]
    [InlineData("/v1/units?pageSize=-1", "INVALID_FIELD")]
    [InlineData("/v1/units?pageSize=99999999999", "INVALID_FIELD")]
    [InlineData("/v1/units?kind=castle", "INVALID_FIELD")]
    [InlineData("/v1/units?nothing=1", "INVALID_FIELD")]
    [InlineData("/v1/units?pageToken=%00", "INVALID_FIELD")]
    [InlineData("/v1/units?pageToken=%ff%fe", "INVALID_FIELD")]
    [InlineData("/v1/units?pageSize=1&pageSize=2", "INVALID_FIELD")]
    [InlineData("/v1/units/%20", "INVALID_FIELD")]
    [InlineData("/v1/groups:batchGet?names=%F0%9F%98%80", "INVALID_FIELD")]
    public async Task Get_BadParameter_ProblemWithReason(string path, string reason) =>
        await ShouldBeProblemAsync(await (await directory.JsonAsync()).GetAsync(path), HttpStatusCode.BadRequest, reason);

    [Theory]
    [InlineData("GET", "/v1/unknown", HttpStatusCode.NotFound)]
    [InlineData("GET", "/", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/v1/units", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/v1/units/humen/more", HttpStatusCode.NotFound)]
    public async Task Send_UnknownDoor_Problem(string verb, string path, HttpStatusCode status) =>
        await ShouldBeProblemAsync(await (await directory.JsonAsync()).SendAsync(new(new(verb), path)), status, "NO_SUCH_METHOD");

    [Fact]
    public async Task CreateToken_StrangeText_NeverADefect()
    {
        var http = directory.Host.HttpClient();
        foreach (var account in new[] { "\0", "a\0b", "'; drop table account; --", "\ud83d\ude00", "％", new string('x', 101) })
        {
            var answer = await http.PostAsJsonAsync("/v1/auth/token", new { account, password = "\0" });
            ((int)answer.StatusCode).ShouldBeInRange(400, 499, account);
        }
    }

    [Fact]
    public async Task CreateToken_PasswordInTheQuery_Refused()
    {
        var answer = await directory.Host.HttpClient().PostAsync("/v1/auth/token?account=office&password=demo", null);
        await ShouldBeProblemAsync(answer, HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    static async Task<string> ShouldBeProblemAsync(HttpResponseMessage answer, HttpStatusCode status, string reason)
    {
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, text);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        problem.GetProperty("reason").GetString().ShouldBe(reason, text);
        return problem.GetProperty("detail").GetString()!;
    }
}
