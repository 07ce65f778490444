using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Shouldly;
using Suite.Auth.V1;
using Suite.Errors.V1;
using Suite.Indicators.V1;
using Suite.Testing;
using EntityKind = Suite.Indicators.Entities.EntityKind;

namespace Suite.Indicators.Tests.Queries;

public sealed class QueryApiTests(IndicatorsService service)
{
    readonly Figured _figured = new(service);
    readonly QueryService.QueryServiceClient _query = new(service.Host.GrpcInvoker(TestTokens.For(Role.Observer)));

    [Fact]
    public async Task GetSeries_PeriodsAndTotals_ShowsBothWithGrowthAndEvidence()
    {
        var series = await _figured.SeriesAsync();
        await _figured.RecordAsync(series, new FigureInput { Period = "2023-01", PeriodValue = "10" }, new FigureInput { Period = "2024-01", PeriodValue = "12", PublishedGrowth = "15.5" },
            new FigureInput { Period = "2024-02", YearToDateValue = "20" });

        var shown = await _query.GetSeriesAsync(new() { Name = series, From = "2024-01", To = "2024-12" });

        shown.Points.Select(p => $"{p.Period} {p.PeriodValue} {p.YearToDateValue} {p.NominalGrowth} {p.Figure?.PublishedGrowth}").ShouldBe(["2024-01 12 12 20 15.5", "2024-02 8 20  "]);
        var again = await _query.GetSeriesAsync(new() { Name = series, IfNoneMatch = shown.Etag });
        again.ShouldSatisfyAllConditions(a => a.NotModified.ShouldBeTrue(), a => a.Points.ShouldBeEmpty());
        var json = await service.Host.HttpClient(TestTokens.For(Role.Leader)).GetFromJsonAsync<JsonElement>($"/v1/{series}?from=2024-01&to=2024-03");
        json.GetProperty("points")[1].GetProperty("periodValue").GetString().ShouldBe("8");
    }

    [Fact]
    public async Task GetSeries_AsKnownOnADay_ForgetsWhatCameLater()
    {
        var series = await _figured.SeriesAsync();
        var first = await _figured.RecordAsync(series, new FigureInput { Period = "2024-01", PeriodValue = "10" });
        await Task.Delay(5);
        await _figured.Office.RecordFiguresAsync(new() { Series = series, Why = "核实", Figures = { new FigureInput { Period = "2024-01", PeriodValue = "11" } } });

        (await _query.GetSeriesAsync(new() { Name = series, From = "2024-01", To = "2024-01", KnownOn = first.Figures[0].KnowTime })).Points.ShouldHaveSingleItem().PeriodValue.ShouldBe("10");
        (await _query.GetSeriesAsync(new() { Name = series, From = "2024-01", To = "2024-01" })).Points.ShouldHaveSingleItem().PeriodValue.ShouldBe("11");
        (await Figured.ProblemAsync(() => _query.GetSeriesAsync(new() { Name = series, From = "2024", To = "2024-01" }))).Reason.ShouldBe(Reason.InvalidField);
    }

    [Fact]
    public async Task Matrix_WithAFormula_PagesByRows()
    {
        var (gdp, people) = (await _figured.DefineAsync(), await _figured.DefineAsync(d => { d.Unit = "万人"; d.Kind = IndicatorKind.Stock; }));
        var ratio = await _figured.DefineAsync(d => { d.Unit = "元/人"; d.Kind = IndicatorKind.Ratio; d.Formula = $"{{{gdp}}} / {{{people}}}"; d.Decimals = 0; });
        var towns = new[] { await _figured.EntityAsync(), await _figured.EntityAsync() };
        foreach (var (at, town) in towns.Index())
        {
            await _figured.RecordAsync($"definitions/{gdp}/series/{town}", new FigureInput { Period = "2024-01", PeriodValue = $"{at + 1}" });
            await _figured.RecordAsync($"definitions/{people}/series/{town}", new FigureInput { Period = "2024-01", PeriodValue = "10" });
        }

        var request = new QueryMatrixRequest { Definitions = { $"definitions/{ratio}", $"definitions/{gdp}" }, Entities = { towns.Select(t => $"entities/{t}") }, From = "2024-01", To = "2024-02", PageSize = 3 };
        var page = await _query.QueryMatrixAsync(request);
        request.PageToken = page.NextPageToken;
        var rows = page.Rows.Concat((await _query.QueryMatrixAsync(request)).Rows).ToList();

        page.Periods.ShouldBe(["2024-01", "2024-02"]);
        rows.Select(r => r.Values[0]).ShouldBe(["1000", "2000", "1", "2"]);
        (await Figured.ProblemAsync(() => _query.QueryMatrixAsync(new() { Definitions = { "definitions/none" }, From = "2024", To = "2024" }))).Reason.ShouldBe(Reason.NotFound);
    }

    [Fact]
    public async Task TotalAndComparison_OfTowns_StandBesideWhatIsRecorded()
    {
        var id = await _figured.DefineAsync();
        var city = await _figured.EntityAsync(EntityKind.Other);
        var towns = new[] { await _figured.EntityAsync(parent: city), await _figured.EntityAsync(parent: city), await _figured.EntityAsync(parent: city) };
        await _figured.RecordAsync($"definitions/{id}/series/{city}", new FigureInput { Period = "2024-01", PeriodValue = "10" });
        foreach (var town in towns.Take(2)) await _figured.RecordAsync($"definitions/{id}/series/{town}", new FigureInput { Period = "2024-01", PeriodValue = "4" }, new FigureInput { Period = "2023-01", PeriodValue = "5" });

        var total = await _query.GetTotalAsync(new() { Series = $"definitions/{id}/series/{city}", Period = "2024-01" });
        total.ShouldSatisfyAllConditions(t => t.Total.ShouldBe("8"), t => t.Recorded.ShouldBe("10"), t => t.Known.ShouldBe(2), t => t.Missing.ShouldBe(1));
        var compared = await _query.CompareFiguresAsync(new() { Definition = $"definitions/{id}", Period = "2024-01", Entities = { $"entities/{towns[0]}" } });
        compared.Comparisons.ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Difference.ShouldBe("-1"), c => c.NominalGrowth.ShouldBe("-20"), c => c.PublishedGrowth.ShouldBeEmpty());
        var third = await _figured.RecordAsync($"definitions/{id}/series/{towns[2]}", new FigureInput { Period = "2024-01", PeriodValue = "9" });
        third.Findings.ShouldContain(f => f.Rule == "validationRules/towns" && f.Message.Contains("17亿元"));
    }

    [Fact]
    public async Task League_OfAPeriod_TellsRanksMovesAndStaysReproducible()
    {
        var id = await _figured.DefineAsync(d => { d.Kind = IndicatorKind.Stock; d.EntityKinds.Add(V1.EntityKind.Headquarters); });
        var who = new[] { await _figured.EntityAsync(EntityKind.Headquarters), await _figured.EntityAsync(EntityKind.Headquarters) };
        foreach (var (at, one) in who.Index())
            await _figured.RecordAsync($"definitions/{id}/series/{one}", new FigureInput { Period = "2024-01", PeriodValue = $"{3 - at}" }, new FigureInput { Period = "2024-02", PeriodValue = $"{3 + at}" });
        var leagues = new LeagueService.LeagueServiceClient(service.Host.GrpcInvoker(TestTokens.For(Role.Office)));
        var league = new League { Name = $"leagues/{id}", DisplayName = "擂台", Normalisation = Normalisation.MinMax, EntityKinds = { V1.EntityKind.Headquarters }, Parts = { new LeaguePart { Definition = $"definitions/{id}" } } };
        await leagues.SetLeagueAsync(new() { League = league });

        var table = await leagues.GetLeagueTableAsync(new() { Name = league.Name, Period = "2024-02" });
        table.Rows.Where(r => who.Contains(r.Entity.Split('/')[1])).Select(r => $"{r.Entity.Split('/')[1]} {r.Rank} {r.PreviousRank} {r.MovedBy}").ShouldBe([$"{who[1]} 1 2 definitions/{id}", $"{who[0]} 2 1 definitions/{id}"]);

        league.Normalisation = Normalisation.Ranks;
        await leagues.SetLeagueAsync(new() { League = league });
        await _figured.Office.RecordFiguresAsync(new() { Series = $"definitions/{id}/series/{who[0]}", Why = "改", Figures = { new FigureInput { Period = "2024-02", PeriodValue = "5" } } });
        (await leagues.GetLeagueTableAsync(new() { Name = league.Name, Period = "2024-02", Version = 1, KnownOn = table.KnownOn })).ToByteArray().ShouldBe(table.ToByteArray());
        (await leagues.GetLeagueTableAsync(new() { Name = league.Name, Period = "2024-02" })).ShouldSatisfyAllConditions(t => t.Version.ShouldBe(2), t => t.Rows[0].Entity.ShouldBe($"entities/{who[0]}"));
        (await Figured.ProblemAsync(() => leagues.GetLeagueTableAsync(new() { Name = "leagues/none", Period = "2024" }))).Reason.ShouldBe(Reason.NotFound);
    }

    [Fact]
    public async Task Queries_TimesOutOfRange_AreTheCallersFault() =>
        (await Figured.ProblemAsync(() => _query.GetSeriesAsync(new() { Name = "definitions/gdp/series/fenggang", KnownOn = new Timestamp { Seconds = long.MaxValue } }))).Reason.ShouldBe(Reason.InvalidField);
}
