using System.Text.Json;
using Shouldly;
using Suite.Auth.V1;
using Suite.Indicators.Quantities;
using Suite.Indicators.V1;
using Suite.Testing;

namespace Suite.Indicators.Tests.Seeding;

/// <summary>What was published comes out again.</summary>
public sealed class PublishedFactsTests(IndicatorsService service)
{
    readonly QueryService.QueryServiceClient _query = new(service.Host.GrpcInvoker(TestTokens.For(Role.Observer)));

    [Fact]
    public async Task Trade_OfTheCity_YearAndTwoMonthsWithGrowth()
    {
        var trade = await _query.GetSeriesAsync(new() { Name = "definitions/foreign-trade/series/dongguan", From = "2023-01", To = "2025-12" });

        trade.Points.Select(p => $"{p.Period} {p.YearToDateValue} {p.Figure.PublishedGrowth} {p.Figure.Source}").ShouldBe([
            "2023-12 12800  platform-2024.csv", "2024-12 13880.4 8.3 trade-2025.csv", "2025-02 2283.8 21.7 trade-2025.csv"]);
    }

    [Fact]
    public async Task Town_GrossProduct_WithItsTargetOfTheNextYear()
    {
        var gdp = await _query.GetSeriesAsync(new() { Name = "definitions/gdp/series/fenggang", From = "2024", To = "2025" });
        var growth = await new DefinitionService.DefinitionServiceClient(service.Host.GrpcInvoker(TestTokens.For(Role.Observer))).ListDefinitionsAsync(new() { Q = "地区生产总值增速" });
        var target = await new TargetService.TargetServiceClient(service.Host.GrpcInvoker(TestTokens.For(Role.Observer))).ListTargetsAsync(new() { Series = $"{growth.Definitions.ShouldHaveSingleItem().Name}/series/fenggang" });

        gdp.Points.ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.YearToDateValue.ShouldBe("411"), p => p.Figure.PublishedGrowth.ShouldBe("3.6"));
        target.Targets.ShouldHaveSingleItem().ShouldSatisfyAllConditions(t => t.Value.ShouldBe("5.5"), t => t.Comparator.ShouldBe("APPROX"), t => t.Period.ShouldBe("2025"));
    }

    [Fact]
    public async Task OverJson_AsAUserReadsThem_ValuesGrowthTargetAndCompletion()
    {
        var http = service.Host.HttpClient(TestTokens.For(Role.Observer));
        var trade = (await GetAsync(http, "/v1/definitions/foreign-trade/series/dongguan?from=2024-12&to=2025-02")).GetProperty("points");
        var gdp = (await GetAsync(http, "/v1/definitions/gdp/series/fenggang?from=2024&to=2024")).GetProperty("points")[0];
        var growth = (await GetAsync(http, "/v1/definitions?q=%E5%9C%B0%E5%8C%BA%E7%94%9F%E4%BA%A7%E6%80%BB%E5%80%BC%E5%A2%9E%E9%80%9F")).GetProperty("definitions")[0].GetProperty("name").GetString();
        using var year = new StringContent("""{"figures":[{"period":"2025","periodValue":"5.8"}],"source":"公报"}""", System.Text.Encoding.UTF8, "application/json");
        (await service.Host.HttpClient(TestTokens.For(Role.Office)).PostAsync($"/v1/{growth}/series/fenggang:record", year)).EnsureSuccessStatusCode();
        var judged = await GetAsync(http, $"/v1/{growth}/series/fenggang:judge?period=2025");

        trade.EnumerateArray().Select(p => $"{Text(p, "period")} {Text(p, "yearToDateValue")} {Text(p.GetProperty("figure"), "publishedGrowth")}").ShouldBe(["2024-12 13880.4 8.3", "2025-02 2283.8 21.7"]);
        (Text(gdp, "yearToDateValue"), Text(gdp.GetProperty("figure"), "publishedGrowth")).ShouldBe(("411", "3.6"));
        (Text(judged, "target"), Text(judged, "completion"), Text(judged, "light"), Text(judged, "lightRule")).ShouldBe(("5.5", "105.45", "BLUE", "lightRules/1"));
    }

    [Fact]
    public async Task EveryFact_OfTheLabelledOnes_IsThere()
    {
        Assert.SkipWhen(Repository.Shared("gold/indicators.json") is null, "Not run: ../shared (the labelled facts) is not at hand.");
        using var gold = JsonDocument.Parse(await File.ReadAllTextAsync(Repository.Shared("gold/indicators.json")!));
        var office = new Figured(service).Office;
        var page = await office.ListFigureChangesAsync(new() { PageSize = 1000 });
        var told = page.Figures.Where(f => f.Source.EndsWith(".csv", StringComparison.Ordinal) && f.Author == "seeds").ToList();
        var seeded = File.ReadAllLines(Path.Combine(Repository.Root, "seeds", "indicators", "targets.csv")).Length - 1;

        gold.RootElement.EnumerateArray().Where(Told).Where(fact => !told.Any(f => Says(f, fact))).Select(f => f.ToString()).ShouldBeEmpty();
        (told.Count + seeded).ShouldBe(gold.RootElement.GetArrayLength());
    }

    static async Task<JsonElement> GetAsync(HttpClient http, string path) => JsonDocument.Parse(await http.GetStringAsync(path)).RootElement;

    static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    static bool Told(JsonElement fact) => fact.GetProperty("kind").GetString() != "target";

    static bool Says(Figure figure, JsonElement fact)
    {
        var value = fact.GetProperty("value").ValueKind == JsonValueKind.Null ? (decimal?)null : fact.GetProperty("value").GetDecimal();
        var growth = fact.GetProperty("yoy_percent").ValueKind == JsonValueKind.Null ? (decimal?)null : fact.GetProperty("yoy_percent").GetDecimal();
        var text = figure.PeriodValue.Length > 0 ? figure.PeriodValue : figure.YearToDateValue;
        var own = text.Length == 0 ? (decimal?)null : decimal.Parse(text);
        var unit = UnitReader.Read(fact.GetProperty("unit").GetString() ?? "");
        var scales = new[] { 1m, 10_000m, 100_000_000m, 0.0001m };
        return (figure.PublishedGrowth.Length == 0 ? null : decimal.Parse(figure.PublishedGrowth)) == growth
            && (value is null ? own is null : unit is not null && scales.Any(s => own == value * s))
            && figure.Note.Contains(fact.GetProperty("rank").GetString() ?? "", StringComparison.Ordinal);
    }
}
