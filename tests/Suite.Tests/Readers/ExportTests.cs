using System.Text.Json.Nodes;
using Suite.Tests.Running;

namespace Suite.Tests.Readers;

/// <summary>The plan taken out through the gateway as a file, and the file brought in again.</summary>
public sealed class ExportTests(SuiteFixture suite)
{
    [Theory]
    [InlineData("EXPORT_FORMAT_DOCX")]
    [InlineData("EXPORT_FORMAT_XLSX")]
    public async Task ExportPlan_ImportedAgain_IsUnderstoodAsTheDocumentWas(string format)
    {
        var office = await suite.Accounts.Office;
        var published = await DryRunAsync(await File.ReadAllBytesAsync(PlanDocuments.Main, TestContext.Current.CancellationToken), office);

        var again = await DryRunAsync(await suite.Json.DownloadAsync($"v1/plans/2024:export?format={format}", office), office);

        Understood(again).ShouldBe(Understood(published));
        foreach (var fact in new[] { "title", "year", "issuer", "documentDate", "taskCount" })
            again["plan"]![fact]!.ToJsonString().ShouldBe(published["plan"]![fact]!.ToJsonString());
    }

    /// <summary>The summary; how a cell sets a name (spaces, the order of names that run together) is the document's, not the plan's.</summary>
    static string Understood(JsonNode import)
    {
        var summary = import["summary"]!.DeepClone();
        foreach (var name in summary["names"]!.AsArray()) name!.AsObject().Remove("asWritten");
        return summary.ToJsonString();
    }

    async Task<JsonNode> DryRunAsync(byte[] document, string token) =>
        (await suite.Json.PostDocumentAsync("v1/plans:import?plan=again&dryRun=true", document, token)).Good();
}
