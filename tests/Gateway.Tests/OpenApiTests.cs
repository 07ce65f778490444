using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Suite.ServiceDefaults.Transcoding;

namespace Suite.Gateway.Tests;

/// <summary>The description of the API against the contract.</summary>
public sealed partial class OpenApiTests(Installation suite) : IClassFixture<Installation>
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Document_EveryMethodOfTheContract_IsThereWithItsWords()
    {
        var operations = Operations(await ReadAsync());
        var expected = Contracts.Methods.SelectMany(m => HttpBinding.Of(m).Select((_, index) => $"{m.Service.Name}_{m.Name}{(index == 0 ? "" : $"_{index + 1}")}"));

        operations.Select(o => o.Operation.GetProperty("operationId").GetString()).ShouldBe(expected, ignoreOrder: true);
        operations.ShouldAllBe(o => o.Operation.GetProperty("summary").GetString()!.Length > 5);
        operations.ShouldAllBe(o => o.Operation.GetProperty("description").GetString()!.Contains("Callable "));
    }

    [Fact]
    public async Task Document_EveryReference_LeadsSomewhere()
    {
        var document = await ReadAsync();
        foreach (var reference in Reference().Matches(document.GetRawText()).Select(m => m.Groups[1].Value).Distinct())
        {
            var at = document;
            foreach (var part in reference.Split('/')) at.TryGetProperty(part, out at).ShouldBeTrue(reference);
        }
    }

    [Fact]
    public async Task Document_EveryPathParameter_IsDeclared()
    {
        foreach (var (path, operation) in Operations(await ReadAsync()))
        {
            var declared = operation.GetProperty("parameters").EnumerateArray().Where(p => p.GetProperty("in").GetString() == "path")
                .Select(p => p.GetProperty("name").GetString()!);
            declared.ShouldBe(Variable().Matches(path).Select(m => m.Groups[1].Value), path);
        }
    }

    [Theory]
    [InlineData("/v1/plans/{plan}/tasks/{number}", "get", "TaskService_GetTask")]
    [InlineData("/v1/plans/{plan}/tasks/{number}/reports/{report}:accept", "post", "ProgressService_AcceptProgressReport")]
    [InlineData("/v1/auth/token", "post", "AuthService_CreateToken")]
    public async Task Document_Path_ReadsAsItsResourceName(string path, string verb, string operation) =>
        (await ReadAsync()).GetProperty("paths").GetProperty(path).GetProperty(verb).GetProperty("operationId").GetString().ShouldBe(operation);

    [Fact]
    public async Task Document_Schemas_FollowProto3Json()
    {
        var schemas = (await ReadAsync()).GetProperty("components").GetProperty("schemas");
        var plan = schemas.GetProperty("suite.tasks.v1.Plan").GetProperty("properties");

        plan.GetProperty("issueTime").GetProperty("format").GetString().ShouldBe("date-time");
        plan.GetProperty("taskCount").GetProperty("readOnly").GetBoolean().ShouldBeTrue();
        plan.GetProperty("title").GetProperty("description").GetString().ShouldBe("Title as published, e.g. 2024年市政府重点工作任务分解表.");
        schemas.GetProperty("suite.tasks.v1.Light").GetProperty("description").GetString()!.ShouldContain("- LIGHT_RED: Far behind or overdue.");
        schemas.GetProperty("Problem").GetProperty("properties").GetProperty("reason").GetProperty("enum").EnumerateArray()
            .Select(r => r.GetString()).ShouldContain("STALE_ETAG");
    }

    [Fact]
    public async Task Document_KnownAlready_IsNotSentAgain()
    {
        using var first = await suite.Json.GetAsync("/openapi/v1.json", Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json");
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag!.Tag));
        using var second = await suite.Json.SendAsync(request, Token);

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    async Task<JsonElement> ReadAsync() => JsonDocument.Parse(await suite.Json.GetByteArrayAsync("/openapi/v1.json", Token)).RootElement;

    static List<(string Path, JsonElement Operation)> Operations(JsonElement document) =>
        [.. document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => (p.Name, o.Value)))];

    [GeneratedRegex("""
        "\$ref":"#/([^"]+)"
        """, RegexOptions.NonBacktracking)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\{([a-zA-Z]+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Variable();
}
