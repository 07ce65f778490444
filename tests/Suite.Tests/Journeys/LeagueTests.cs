using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Suite.Tests.Running;

namespace Suite.Tests.Journeys;

/// <summary>A league of the towns' figures becomes a document through the gateway; also when indicators has gone, of what was known.</summary>
public sealed class LeagueTests(SuiteFixture suite)
{
    const string League = "leagues/trial-gdp";

    /// <summary>The walkthrough's, of which reporting has heard.</summary>
    const string Plan = "plans/2024";

    [Fact]
    public async Task Report_OfALeague_IsMadeOfTheIndicatorsAndWithoutThemOfWhatWasKnown()
    {
        var office = await suite.Accounts.Office;
        (await suite.Json.PostAsync("v1/leagues:set", new
        {
            league = new { name = League, displayName = "镇街经济擂台", normalisation = "NORMALISATION_MIN_MAX", missing = "MISSING_RULE_NOT_RANKED", parts = new[] { new { definition = "definitions/gdp" } } },
        }, office)).Good();

        var report = await MakeAsync(office);
        report["title"]!.GetValue<string>().ShouldBe("2024年镇街经济擂台排名通报");
        var figures = await suite.Json.ListAsync($"v1/{report["name"]}/figures?pageSize=1000", "figures", office);
        var gdp = figures.Single(f => f["label"]!.GetValue<string>() == "凤岗镇：地区生产总值");
        gdp["value"]!.GetValue<string>().ShouldBe("411");
        var observed = (await suite.Json.GetAsync($"v1/{gdp["name"]}:trace", office)).Good()["sources"]![0]!["observation"]!;
        observed["series"]!.GetValue<string>().ShouldBe("definitions/gdp/series/fenggang");
        observed["source"]!.GetValue<string>().ShouldBe("fenggang-2025.csv");

        await suite.StopAsync("indicators");
        var without = await MakeAsync(office);
        await suite.StartAsync("indicators");

        var page = Encoding.UTF8.GetString(await suite.Json.DownloadAsync($"v1/{without["name"]}:download?format=FILE_FORMAT_HTML", office));
        WebUtility.HtmlDecode(page).ShouldContain("指标服务没有应答");
        foreach (var made in (JsonNode[])[report, without]) (await suite.Json.PostAsync($"v1/{made["name"]}:verify", new { }, office)).Good()["intact"]!.GetValue<bool>().ShouldBeTrue();
    }

    async Task<JsonNode> MakeAsync(string office) => (await suite.Json.PostAsync(
        "v1/reports", new { kind = "REPORT_KIND_LEAGUE_TABLE", plan = Plan, quarter = 1, subject = League, period = "2024" }, office)).Good();
}
