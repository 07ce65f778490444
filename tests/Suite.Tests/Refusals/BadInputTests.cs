using System.Net;
using System.Text;
using Suite.Tests.Calls;
using Suite.Tests.Running;

namespace Suite.Tests.Refusals;

/// <summary>What cannot be a table, a message or a page: a problem that says what is wrong, never a 5xx.</summary>
public sealed class BadInputTests(SuiteFixture suite)
{
    const long TwoHundredMegabytes = 200L << 20;

    [Fact]
    public async Task Import_Garbage_SaysThatItIsNoTable()
    {
        var garbage = new byte[100_000];
        new Random(1).NextBytes(garbage);
        (await ImportAsync(garbage)).ShouldBeProblem(HttpStatusCode.BadRequest, "UNREADABLE_DOCUMENT");
    }

    [Fact]
    public async Task Import_InvalidUtf8_SaysWhere()
    {
        byte[] document = [.. Encoding.UTF8.GetBytes("总体要求\t年度目标\t"), 0xC3, 0x28, .. "\t\t\t\n"u8];
        var answer = await ImportAsync(document);
        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "UNREADABLE_DOCUMENT");
        answer.Detail.ShouldContain("UTF-8");
    }

    [Fact]
    public async Task Import_TableWithoutHeader_SaysWhatIsExpected()
    {
        var rows = File.ReadLines(PlanDocuments.Seed).Where(l => l.Contains('\t', StringComparison.Ordinal) && !l.StartsWith("总体要求", StringComparison.Ordinal));
        var answer = await ImportAsync(Encoding.UTF8.GetBytes(string.Join('\n', rows)));
        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "UNREADABLE_DOCUMENT");
        answer.Detail.ShouldContain("年度目标");
    }

    [Fact]
    public async Task Import_Empty_IsRefused() => (await ImportAsync([])).ShouldBeProblem(HttpStatusCode.BadRequest, "UNREADABLE_DOCUMENT");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Import_TwoHundredMegabytes_IsTooLarge(bool chunked)
    {
        var (status, answer) = await RawRequest.PostAsync(
            new Uri(suite.Json.Address, "v1/plans:import"), await suite.Accounts.Office, TwoHundredMegabytes, chunked);
        status.ShouldBe(413, answer);
        answer.ShouldContain("TOO_LARGE");
    }

    [Theory]
    [InlineData("{\"account\":", "MALFORMED_BODY")]
    [InlineData("[]", "MALFORMED_BODY")]
    [InlineData("{\"account\":\"office\",\"nonsense\":1}", "INVALID_FIELD")]
    public async Task SignIn_NotTheMessage_IsRefused(string body, string reason) =>
        (await suite.Json.SendAsync(HttpMethod.Post, "v1/auth/token", token: null, new StringContent(body, Encoding.UTF8, "application/json")))
            .ShouldBeProblem(HttpStatusCode.BadRequest, reason);

    [Theory]
    [InlineData("v1/plans/2024/tasks?pageToken=made-up", HttpStatusCode.BadRequest, "INVALID_PAGE_TOKEN")]
    [InlineData("v1/plans/2024/tasks?quarter=9", HttpStatusCode.BadRequest, "INVALID_FIELD")]
    [InlineData("v1/plans/2024/tasks?light=purple", HttpStatusCode.BadRequest, "INVALID_FIELD")]
    [InlineData("v1/plans/2024/tasks?nonsense=1", HttpStatusCode.BadRequest, "INVALID_FIELD")]
    [InlineData("v1/plans/2024/tasks?pageSize=-1", HttpStatusCode.BadRequest, "INVALID_FIELD")]
    [InlineData("v1/plans/2024/tasks?pageSize=many", HttpStatusCode.BadRequest, "INVALID_FIELD")]
    [InlineData("v1/plans/2024/tasks?q=%00", HttpStatusCode.BadRequest, "INVALID_FIELD")]
    [InlineData("v1/plans/2024/tasks/99999", HttpStatusCode.NotFound, "NOT_FOUND")]
    [InlineData("v1/plans/1999", HttpStatusCode.NotFound, "NOT_FOUND")]
    [InlineData("v1/indicators/none-such", HttpStatusCode.NotFound, "NOT_FOUND")]
    [InlineData("v1/reports/none-such", HttpStatusCode.NotFound, "NOT_FOUND")]
    [InlineData("v1/units/none-such", HttpStatusCode.NotFound, "NOT_FOUND")]
    [InlineData("v1/nothing/here", HttpStatusCode.NotFound, "NO_SUCH_METHOD")]
    public async Task Get_WrongArgument_IsAProblem(string path, HttpStatusCode status, string reason) =>
        (await suite.Json.GetAsync(path, await suite.Accounts.Office)).ShouldBeProblem(status, reason);

    [Theory]
    [InlineData("v1/plans/2024/tasks/%FF%FE")]
    [InlineData("v1/plans/..%2F..%2Fetc/tasks")]
    [InlineData("v1/plans/2024/tasks/1/reports/%00")]
    [InlineData("v1/plans/2024/tasks?q=%F0%28%8C%28")]
    [InlineData("v1/plans/'%20OR%201=1--/tasks")]
    public async Task Get_HostilePath_IsRefusedWithoutDefect(string path) =>
        ((int)(await suite.Json.GetAsync(path, await suite.Accounts.Office)).Status).ShouldBeInRange(200, 499);

    async Task<Answer> ImportAsync(byte[] document) =>
        await suite.Json.PostDocumentAsync("v1/plans:import?plan=bad-input", document, await suite.Accounts.Office);
}
