using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Suite.Auth.V1;
using Suite.Indicators.Figures;
using Suite.Indicators.Periods;
using Suite.Indicators.Queries;
using Suite.Indicators.V1;
using Suite.Testing;
using AddedUp = Suite.Indicators.Definitions.TimeAccumulation;
using Cell = Suite.Indicators.Figures.Cell;
using DefinedKind = Suite.Indicators.Definitions.IndicatorKind;
using Definition = Suite.Indicators.Definitions.Definition;
using EntityKind = Suite.Indicators.Entities.EntityKind;
using Figure = Suite.Indicators.Figures.Figure;
using FigureStatus = Suite.Indicators.Figures.FigureStatus;
using IndicatorKind = Suite.Indicators.V1.IndicatorKind;
using LengthOf = Suite.Indicators.Periods.PeriodType;
using Rolled = Suite.Indicators.Definitions.Aggregation;

namespace Suite.Indicators.Tests.Leagues;

/// <summary>What a league table's values rest on.</summary>
public sealed class EvidenceTests(IndicatorsService service)
{
    static readonly Definition Flow = new()
    {
        Id = "flow", Name = "某流量", Unit = "亿元", Kind = DefinedKind.Flow, PeriodType = LengthOf.Month,
        Accumulation = AddedUp.Sum, Aggregation = Rolled.Sum,
    };

    readonly Figured _figured = new(service);

    LeagueService.LeagueServiceClient Leagues => new(service.Host.GrpcInvoker(TestTokens.For(Role.Office)));

    [Fact]
    public void Behind_AnyMixOfPeriodsAndTotals_IsAllThatTheValueNeeds() => Prop.ForAll(
        Gen.ListOf(Gen.Choose(0, 3), 12).ToArbitrary(), Gen.Choose(1, 12).ToArbitrary(), (told, month) =>
        {
            // 0: nothing told, 1: the period, 2: the year to date, 3: both.
            var figures = told.Select((how, at) => (How: how, Figure: Of(at + 1, (how & 1) != 0 ? 1.5m : null, (how & 2) != 0 ? 1.5m * (at + 1) : null))).Where(f => f.How > 0).Select(f => f.Figure).ToList();
            var (period, whole) = (Period.Of(LengthOf.Month, 2024, month), Block(figures));
            var behind = whole.Behind("flow", "town", period);
            return Block(behind).Headline("flow", "town", period) == whole.Headline("flow", "town", period) && (behind.Count > 0) == (whole.Headline("flow", "town", period) is not null);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Table_WithEvidence_TellsTheFiguresBehindEachValueAndWhatItsIndicatorsAre()
    {
        var flow = await _figured.DefineAsync();
        var heads = await _figured.DefineAsync(d => (d.Kind, d.Unit) = (IndicatorKind.Stock, "万人"));
        var each = await _figured.DefineAsync(d => (d.Kind, d.Unit, d.Formula) = (IndicatorKind.Ratio, "元/人", $"{{{flow}}} / {{{heads}}}"));
        var town = await _figured.EntityAsync(EntityKind.Institution);
        await _figured.RecordAsync($"definitions/{flow}/series/{town}", Month("2023-02", "4"), Month("2024-01", "5"), Month("2024-02", "6"));
        await _figured.RecordAsync($"definitions/{heads}/series/{town}", new FigureInput { Period = "2024-02", PeriodValue = "2" });
        var league = new League
        {
            Name = $"leagues/{service.NewId("league")}", DisplayName = "有据", Normalisation = V1.Normalisation.MinMax, EntityKinds = { V1.EntityKind.Institution },
            Parts = { new LeaguePart { Definition = $"definitions/{flow}" }, new LeaguePart { Definition = $"definitions/{flow}", Basis = V1.LeagueBasis.NominalGrowth }, new LeaguePart { Definition = $"definitions/{each}" } },
        };
        await Leagues.SetLeagueAsync(new() { League = league });

        var table = await Leagues.GetLeagueTableAsync(new() { Name = league.Name, Period = "2024-02", WithEvidence = true });

        table.Rules.ShouldSatisfyAllConditions(r => r.DisplayName.ShouldBe("有据"), r => r.Parts.Count.ShouldBe(3), r => r.Version.ShouldBe(1));
        table.PreviousPeriod.ShouldBe("2024-01");
        table.Definitions.Select(d => $"{d.Name} {d.Unit}").ShouldBe([$"definitions/{flow} 亿元", $"definitions/{each} 元/人", $"definitions/{heads} 万人"]);
        var row = table.Rows.Single(r => r.Entity == $"entities/{town}");
        row.Contributions.Select(c => c.Value).ShouldBe(["11", "50", "55000"]);
        string[] amount = [$"{flow} 2024-01 5", $"{flow} 2024-02 6"];
        row.Contributions.Select(c => c.Figures.Select(Said)).ShouldBe([amount, [$"{flow} 2023-02 4", $"{flow} 2024-02 6"], [.. amount, $"{heads} 2024-02 2"]]);
        row.Contributions[0].Figures[0].ShouldSatisfyAllConditions(f => f.Author.ShouldNotBeEmpty(), f => f.KnowTime.ShouldNotBeNull(), f => f.Status.ShouldBe(V1.FigureStatus.Preliminary));
        (await Leagues.GetLeagueTableAsync(new() { Name = league.Name, Period = "2024-02" })).ShouldSatisfyAllConditions(
            t => t.Definitions.ShouldBeEmpty(), t => t.Rows.SelectMany(r => r.Contributions).SelectMany(c => c.Figures).ShouldBeEmpty());

        string Said(V1.Figure f) => $"{f.Series.Split('/')[1]} {f.Period} {f.PeriodValue}";
    }

    [Fact]
    public async Task Table_OfATimeBeforeNewRules_IsMadeWithThoseInForceThen()
    {
        var id = await _figured.DefineAsync();
        var league = new League { Name = $"leagues/{id}", DisplayName = "旧规则", Normalisation = V1.Normalisation.MinMax, EntityKinds = { V1.EntityKind.Institution }, Parts = { new LeaguePart { Definition = $"definitions/{id}" } } };
        await Leagues.SetLeagueAsync(new() { League = league });
        var then = (await Leagues.GetLeagueTableAsync(new() { Name = league.Name, Period = "2024-02" })).KnownOn;
        await Task.Delay(5);
        league.DisplayName = "新规则";
        await Leagues.SetLeagueAsync(new() { League = league });

        (await Leagues.GetLeagueTableAsync(new() { Name = league.Name, Period = "2024-02", KnownOn = then })).Rules.DisplayName.ShouldBe("旧规则");
        (await Leagues.GetLeagueTableAsync(new() { Name = league.Name, Period = "2024-02" })).Rules.DisplayName.ShouldBe("新规则");
        (await Leagues.GetLeagueTableAsync(new() { Name = league.Name, Period = "2024-02", KnownOn = new() { Seconds = 1 } })).Version.ShouldBe(1);
    }

    static FigureInput Month(string period, string value) => new() { Period = period, PeriodValue = value };

    static FigureBlock Block(IEnumerable<Figure> figures) =>
        new(new Dictionary<string, Definition> { ["flow"] = Flow }, figures.Select(f => ("flow", "town", f)), new Dictionary<string, string?> { ["town"] = null });

    static Figure Of(int month, decimal? period, decimal? yearToDate) => new(
        new Cell(1, 1, Period.Of(LengthOf.Month, 2024, month)), DateTimeOffset.UnixEpoch, 1, month, 1, FigureStatus.Final, Comparator.Eq, period, yearToDate, null, null, null);
}
