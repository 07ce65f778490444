using Shouldly;
using Suite.ServiceDefaults.Transcoding;

namespace Suite.ServiceDefaults.Tests;

/// <summary>Paths of google.api.http as routes, and back.</summary>
public sealed class PathTemplateTests
{
    [Theory]
    [InlineData("/v1/units", "/v1/units")]
    [InlineData("/v1/units:resolve", "/v1/units:resolve")]
    [InlineData("/v1/{name}", "/v1/{p0}")]
    [InlineData("/v1/{name=plans/*}:issue", "/v1/plans/{p0}:issue")]
    [InlineData("/v1/{report.name=plans/*/tasks/*}/reports/{id}", "/v1/plans/{p0}/tasks/{p1}/reports/{p2}")]
    public void Parse_Template_MakesARoute(string template, string route) => PathTemplate.Parse(template).Route.ShouldBe(route);

    [Fact]
    public void Parse_OpenVariable_IsRefused() =>
        Should.Throw<FormatException>(() => PathTemplate.Parse("/v1/{name=plans/*")).Message.ShouldContain("does not close");

    [Fact]
    public void Value_RouteValues_FillThePattern()
    {
        var variables = PathTemplate.Parse("/v1/{report.name=plans/*/tasks/*}/x/{id}").Variables;
        var values = new Dictionary<string, object?> { ["p0"] = "2024", ["p1"] = "7", ["p2"] = "z" };

        variables.Select(v => (v.Field, v.Value(values))).ShouldBe([("report.name", "plans/2024/tasks/7"), ("id", "z")]);
    }
}
