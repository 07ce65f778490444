using System.Net;
using System.Text;
using System.Text.Json;
using Shouldly;
using Suite.Auth.V1;
using Suite.Testing;

namespace Suite.Indicators.Tests.Api;

/// <summary>The calls that docs/indicators.md shows, over JSON.</summary>
public sealed class DocumentedExamplesTests(IndicatorsService service)
{
    [Fact]
    public async Task Calls_OfTheDocumentation_AreAnswered()
    {
        var http = service.Host.HttpClient(TestTokens.For(Role.Office));
        await PostAsync(http, "/v1/definitions", """{"definitionId":"population","definition":{"displayName":"常住人口","unit":"万人","kind":"INDICATOR_KIND_STOCK","periodType":"PERIOD_TYPE_YEAR"}}""");
        await PostAsync(http, "/v1/definitions",
            """
            {"definitionId":"gdp-per-head","definition":{"displayName":"人均地区生产总值","unit":"元/人","kind":"INDICATOR_KIND_RATIO","periodType":"PERIOD_TYPE_YEAR","formula":"{gdp} / {population}"}}
            """);
        await PostAsync(http, "/v1/definitions/population/series/fenggang:record", """{"figures":[{"period":"2024","periodValue":"37.5"}],"source":"公报"}""");
        await PostAsync(http, "/v1/definitions:checkFormula", """{"formula":"{gdp} / {population}","unit":"元/人"}""");
        await PostAsync(http, "/v1/leagues:set",
            """{"league":{"name":"leagues/gdp","displayName":"擂台比拼","normalisation":"NORMALISATION_MIN_MAX","parts":[{"definition":"definitions/gdp"},{"definition":"definitions/gdp","basis":"LEAGUE_BASIS_PUBLISHED_GROWTH"}]}}""");

        (await GetAsync(http, "/v1/definitions/gdp-per-head/series/fenggang?from=2024&to=2024")).GetProperty("points")[0].GetProperty("yearToDateValue").GetString().ShouldBe("109600");
        (await GetAsync(http, "/v1/entities?kind=ENTITY_KIND_REGION")).GetProperty("entities").GetArrayLength().ShouldBe(3);
        (await GetAsync(http, "/v1/figures:matrix?definitions=definitions/gdp&entities=entities/fenggang&from=2023&to=2024&yearToDate=true")).GetProperty("rows")[0].GetProperty("values")[1].GetString().ShouldBe("411");
        (await GetAsync(http, "/v1/definitions/gdp:compare?period=2024&entities=entities/fenggang")).GetProperty("comparisons")[0].GetProperty("publishedGrowth").GetString().ShouldBe("3.6");
        (await GetAsync(http, "/v1/definitions/gdp/series/dongguan:total?period=2024&yearToDate=true")).GetProperty("total").GetString().ShouldBe("411");
        (await GetAsync(http, "/v1/definitions/industrial-investment/series/fenggang:judge?period=2025")).GetProperty("target").GetString().ShouldBe("40");
        (await GetAsync(http, "/v1/leagues/gdp:table?period=2024&knownOn=2100-01-01T00:00:00Z")).GetProperty("rows")[0].GetProperty("entity").GetString().ShouldBe("entities/fenggang");
        (await GetAsync(http, "/v1/definitions/foreign-trade:check?from=2024-01&to=2024-12")).ValueKind.ShouldBe(JsonValueKind.Object);
        (await GetAsync(http, "/v1/figureChanges?pageSize=3")).GetProperty("figures").GetArrayLength().ShouldBe(3);
        (await GetAsync(http, "/v1/definitions/foreign-trade/series/dongguan/revisions")).GetProperty("figures").GetArrayLength().ShouldBeGreaterThan(2);
        (await GetAsync(http, "/v1/contradictions?plan=plans/2024")).ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Fact]
    public async Task Import_OverJson_TakesTheFileAsItIs()
    {
        var http = service.Host.HttpClient(TestTokens.For(Role.Office));
        using var file = new StringContent("指标,镇街,时期,累计\n外贸进出口总额,沙田镇,2024-03,12.5\n", Encoding.UTF8, "text/csv");

        var answer = await http.PostAsync("/v1/figures:import?source=%E4%B8%89%E6%9C%88.csv&dryRun=true", file);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("recorded").GetInt32().ShouldBe(1);
    }

    static async Task PostAsync(HttpClient http, string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        var answer = await http.PostAsync(path, content);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{path}: {await answer.Content.ReadAsStringAsync()}");
    }

    static async Task<JsonElement> GetAsync(HttpClient http, string path)
    {
        var answer = await http.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{path}: {text}");
        return JsonDocument.Parse(text).RootElement.Clone();
    }
}
