using System.Text.Json;
using Grpc.Core;
using Shouldly;
using Suite.Auth.V1;
using Suite.Errors.V1;
using Suite.Indicators.V1;
using Suite.ServiceDefaults.Errors;
using Suite.Testing;

namespace Suite.Indicators.Tests.Definitions;

public sealed class DefinitionApiTests(IndicatorsService service)
{
    readonly DefinitionService.DefinitionServiceClient _office = new(service.Host.GrpcInvoker(TestTokens.For(Role.Office)));

    [Fact]
    public async Task Create_Flow_FillsInWhatIsUsual()
    {
        var id = service.NewId("gdp");

        var created = await CreateAsync(id, new() { DisplayName = "地区生产总值", EnglishName = "GDP", Unit = "亿元", Kind = IndicatorKind.Flow, PeriodType = PeriodType.Quarter });

        created.ShouldSatisfyAllConditions(
            d => d.Name.ShouldBe($"definitions/{id}"), d => d.Scale.ShouldBe("亿"), d => d.Accumulation.ShouldBe(TimeAccumulation.Sum),
            d => d.Aggregation.ShouldBe(Aggregation.Sum), d => d.Direction.ShouldBe(Direction.More), d => d.Version.ShouldBe(1), d => d.Etag.ShouldBe("1"));
        (await _office.GetDefinitionAsync(new() { Name = created.Name })).ShouldBe(created);
    }

    [Fact]
    public async Task Create_PerCapitaFormula_IsKeptWhereUnitsFit()
    {
        var (gdp, people, ratio) = (service.NewId("gdp"), service.NewId("people"), service.NewId("per-capita"));
        await CreateAsync(gdp, Flow("亿元"));
        await CreateAsync(people, new() { DisplayName = "常住人口", Unit = "万人", Kind = IndicatorKind.Stock, PeriodType = PeriodType.Quarter });

        (await CreateAsync(ratio, Ratio("元/人", $"{{{gdp}}} / {{{people}}}"))).Formula.ShouldContain(gdp);

        (await RefusedAsync(service.NewId("bad"), Ratio("元", $"{{{gdp}}} / {{{people}}}"))).Violations.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(v => v.Field.ShouldBe("definition.formula"), v => v.Description.ShouldContain("元/人"));
        (await RefusedAsync(service.NewId("bad"), Ratio("%", $"{{{gdp}}} + {{{people}}}"))).Violations.ShouldHaveSingleItem().Description
            .ShouldContain($"position {gdp.Length + 3}");
        (await RefusedAsync(service.NewId("bad"), Ratio("%", "{nothing-of-the-kind}"))).Violations.ShouldHaveSingleItem().Description.ShouldContain("position 0");
    }

    [Fact]
    public async Task Update_FormulaThatRestsOnItself_IsRefusedWithTheWay()
    {
        var (a, b) = (service.NewId("a"), service.NewId("b"));
        await CreateAsync(a, Ratio("%", "1"));
        await CreateAsync(b, Ratio("%", $"{{{a}}} * 2"));

        var problem = await Fails(() => _office.UpdateDefinitionAsync(new()
        {
            Definition = new() { Name = $"definitions/{a}", Formula = $"{{{b}}} / 2" }, UpdateMask = new() { Paths = { "formula" } },
        }));

        problem.Violations.ShouldHaveSingleItem().Description.ShouldContain($"{a} → {b} → {a}");
    }

    [Fact]
    public async Task Update_FromADay_LeavesTheDaysBefore()
    {
        var id = service.NewId("share");
        await CreateAsync(id, Ratio("%", "0.1"));

        var later = await _office.UpdateDefinitionAsync(new()
        {
            Definition = new() { Name = $"definitions/{id}", Formula = "0.2", Etag = "1" }, UpdateMask = new() { Paths = { "formula" } }, EffectiveDate = "2024-07-01",
        });

        later.ShouldSatisfyAllConditions(d => d.Version.ShouldBe(2), d => d.EffectiveDate.ShouldBe("2024-07-01"), d => d.Etag.ShouldBe("2"));
        (await _office.GetDefinitionAsync(new() { Name = later.Name, AsOf = "2024-06-30" })).Formula.ShouldBe("0.1");
        (await _office.GetDefinitionAsync(new() { Name = later.Name, AsOf = "2024-07-01" })).Formula.ShouldBe("0.2");
        (await _office.ListDefinitionVersionsAsync(new() { Name = later.Name })).Definitions.Select(d => d.Formula).ShouldBe(["0.2", "0.1"]);
        (await Fails(() => _office.UpdateDefinitionAsync(new()
        {
            Definition = new() { Name = later.Name, Decimals = 1, Etag = "1" }, UpdateMask = new() { Paths = { "decimals" } },
        }))).Reason.ShouldBe(Reason.StaleEtag);
        (await Fails(() => _office.UpdateDefinitionAsync(new()
        {
            Definition = new() { Name = later.Name, Decimals = 1 }, UpdateMask = new() { Paths = { "decimals" } }, EffectiveDate = "2024-06-30",
        }))).Violations.ShouldHaveSingleItem().Field.ShouldBe("effective_date");
    }

    [Fact]
    public async Task Create_SameRequestIdTwice_AnswersOnce()
    {
        var request = new CreateDefinitionRequest { DefinitionId = service.NewId("once"), Definition = Flow("家"), RequestId = Guid.NewGuid().ToString() };

        (await _office.CreateDefinitionAsync(request)).ShouldBe(await _office.CreateDefinitionAsync(request));
        request.RequestId = "";
        (await Fails(() => _office.CreateDefinitionAsync(request))).Reason.ShouldBe(Reason.AlreadyExists);
    }

    public static TheoryData<string, Action<Definition>> Faults => new()
    {
        { "definition.unit", d => d.Unit = "3元" },
        { "definition.kind", d => d.Kind = IndicatorKind.Unspecified },
        { "definition.period_type", d => d.PeriodType = (PeriodType)9 },
        { "definition.display_name", d => d.DisplayName = " " },
        { "definition.decimals", d => d.Decimals = 11 },
        { "definition.band_low", d => { d.Direction = Direction.Band; d.BandLow = "5"; } },
        { "definition.band_low", d => d.BandLow = "5" },
        { "definition.band_high", d => d.BandHigh = "1e9" },
        { "definition.weight", d => d.Aggregation = Aggregation.WeightedMean },
        { "definition.source_unit", d => d.SourceUnit = "statistics" },
        { "definition.entity_kinds", d => d.EntityKinds.Add((EntityKind)99) },
        { "definition.accumulation", d => { d.Kind = IndicatorKind.Stock; d.Accumulation = TimeAccumulation.Sum; } },
        { "definition.aggregation", d => { d.Kind = IndicatorKind.Ratio; d.Aggregation = Aggregation.Sum; } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Create_WrongField_IsNamed(string field, Action<Definition> spoil)
    {
        var definition = Flow("亿元");
        spoil(definition);

        (await RefusedAsync(service.NewId("wrong"), definition)).Violations.Select(v => v.Field).ShouldContain(field);
    }

    [Fact]
    public async Task List_PageByPageOverJson_ShowsEachOnce()
    {
        var mark = Guid.NewGuid().ToString("N")[..8];
        for (var at = 0; at < 3; at++) await CreateAsync(service.NewId("page"), Flow("家", $"第{at}项{mark}"));
        var (seen, token) = (new List<string>(), "");
        var http = service.Host.HttpClient(TestTokens.For(Role.Observer));

        do
        {
            var page = await http.GetFromJsonAsync<JsonElement>($"/v1/definitions?pageSize=2&q={mark}&pageToken={Uri.EscapeDataString(token)}");
            seen.AddRange(page.GetProperty("definitions").EnumerateArray().Select(d => d.GetProperty("displayName").GetString()!));
            token = page.TryGetProperty("nextPageToken", out var next) ? next.GetString()! : "";
        }
        while (token.Length > 0);

        seen.Order().ShouldBe([$"第0项{mark}", $"第1项{mark}", $"第2项{mark}"]);
    }

    [Fact]
    public async Task CheckFormula_Wrong_TellsThePlaceWithoutFailing()
    {
        (await _office.CheckFormulaAsync(new() { Formula = "1 + " })).ShouldSatisfyAllConditions(c => c.Valid.ShouldBeFalse(), c => c.Position.ShouldBe(4));
        (await _office.CheckFormulaAsync(new() { Formula = "1 / 2", Unit = "%" })).ShouldSatisfyAllConditions(c => c.Valid.ShouldBeTrue(), c => c.Dimension.ShouldBe("1"));
    }

    static Definition Flow(string unit, string name = "某指标") => new() { DisplayName = name, Unit = unit, Kind = IndicatorKind.Flow, PeriodType = PeriodType.Quarter };

    static Definition Ratio(string unit, string formula) =>
        new() { DisplayName = "某比值", Unit = unit, Kind = IndicatorKind.Ratio, PeriodType = PeriodType.Quarter, Formula = formula };

    async Task<Definition> CreateAsync(string id, Definition definition) => await _office.CreateDefinitionAsync(new() { DefinitionId = id, Definition = definition });

    async Task<Problem> RefusedAsync(string id, Definition definition) => await Fails(() => _office.CreateDefinitionAsync(new() { DefinitionId = id, Definition = definition }));

    static async Task<Problem> Fails<T>(Func<AsyncUnaryCall<T>> call) =>
        RpcProblem.FromRpc(await Should.ThrowAsync<RpcException>(() => call().ResponseAsync)).ShouldNotBeNull();
}
