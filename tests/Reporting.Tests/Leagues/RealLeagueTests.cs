using System.Globalization;
using Shouldly;
using Suite.Indicators.V1;
using Suite.Reporting.V1;
using FileFormat = Suite.Reporting.V1.FileFormat;

namespace Suite.Reporting.Tests.Leagues;

/// <summary>Documents of real leagues: the towns of the seeds, asked of the service indicators itself, every number counted again from its feed.</summary>
public sealed class RealLeagueTests(RealSuite suite) : IClassFixture<RealSuite>
{
    static readonly string[] Behind = ["fenggang", "shatian"];

    [Fact]
    public async Task Documents_OfRealLeagues_SayWhatIsCountedAgainFromTheFigures()
    {
        await DefineAsync();
        League[] leagues =
        [
            Of("economy", Normalisation.MinMax, MissingRule.Worst, ("gdp", "3", LeagueBasis.Unspecified), ("gdp", "2", LeagueBasis.NominalGrowth), ("retail-sales", "1.5", LeagueBasis.PublishedGrowth),
                ("heads-gdp", "1", LeagueBasis.Unspecified), ("complaints", "1", LeagueBasis.Unspecified), ("debt", "0.5", LeagueBasis.Unspecified)),
            Of("trade", Normalisation.Ranks, MissingRule.NotRanked, ("foreign-trade", "", LeagueBasis.Unspecified)),
            Of("spread", Normalisation.ZScore, MissingRule.Mean, ("gdp", "1", LeagueBasis.Unspecified), ("complaints", "2", LeagueBasis.Unspecified)),
        ];
        foreach (var league in leagues) await new LeagueService.LeagueServiceClient(suite.Office).SetLeagueAsync(new() { League = league });

        foreach (var (league, period) in leagues.Zip(["2024", "2024-03", "2024"])) await CheckAsync(league, period);
        await AwayAsync(leagues[0]);
    }

    async Task CheckAsync(League league, string period)
    {
        var made = await MakeAsync(league.Name, period);
        var figures = await FiguresAsync(made);
        var feed = await FeedAsync();
        var recount = new LeagueRecount(league, (await new DefinitionService.DefinitionServiceClient(suite.Office).ListDefinitionsAsync(new() { PageSize = 1000 })).Definitions.ToDictionary(d => d.Name),
            feed, suite.Towns, period);
        var expected = recount.Expected();

        foreach (var figure in figures)
            double.Parse(figure.Value, CultureInfo.InvariantCulture).ShouldBe(expected.ShouldContainKeyAndGet(figure.Label), 0.0051, $"{league.Name}: {figure.Label} ({figure.Formula})");
        var ranks = figures.Where(f => f.Label.EndsWith("：名次", StringComparison.Ordinal)).Select(f => f.Label).ToList();
        ranks.Count.ShouldBe(recount.Now.Values.Count(p => p.Rank > 0));
        ranks.Count.ShouldBeGreaterThan(25);
        figures.Count(f => f.Label.EndsWith("换算分", StringComparison.Ordinal)).ShouldBe(league.Parts.Count * (league.Missing == MissingRule.NotRanked ? ranks.Count : suite.Towns.Count));
        (await suite.Reports.VerifyReportAsync(new() { Name = made.Name })).Intact.ShouldBeTrue();
        await CheckTracesAsync(figures, feed);
        await KeepForALookAsync(made);
    }

    /// <summary>Every seventh figure leads to figures that were told, as they were told.</summary>
    async Task CheckTracesAsync(IReadOnlyList<ReportFigure> figures, IReadOnlyList<Figure> feed)
    {
        var told = feed.ToDictionary(f => (f.Series, f.Period, f.Mark, f.KnowTime));
        foreach (var figure in figures.Where((_, at) => at % 7 == 0))
        {
            var trace = await suite.Reports.TraceFigureAsync(new() { Name = figure.Name });
            if (figure.Value != "0" && !figure.Label.EndsWith("权重", StringComparison.Ordinal)) trace.Sources.ShouldNotBeEmpty(figure.Label);
            foreach (var observed in trace.Sources.Select(s => s.Observation))
                told[(observed.Series, observed.Period, observed.Mark, observed.Author.Time)].ShouldSatisfyAllConditions(
                    f => f.PeriodValue.ShouldBe(observed.PeriodValue), f => f.YearToDateValue.ShouldBe(observed.YearToDateValue), f => f.PublishedGrowth.ShouldBe(observed.PublishedGrowth),
                    f => f.Author.ShouldBe(observed.Author.Account), f => f.Source.ShouldBe(observed.Source), f => f.Status.ToString().ToUpperInvariant().ShouldBe(observed.Status));
        }
    }

    /// <summary>A figure is revised; then indicators is gone: what was made stays, and what is made says so.</summary>
    async Task AwayAsync(League league)
    {
        var first = await MakeAsync(league.Name, "2024");
        var then = await suite.Reports.GetReportAsync(new() { Name = first.Name });
        await new FigureService.FigureServiceClient(suite.Office).RecordFiguresAsync(new()
        {
            Series = "definitions/gdp/series/fenggang", Why = "核实", Figures = { new FigureInput { Period = "2024", PeriodValue = "455.5", PublishedGrowth = "3.9", Comment = "已核实" } },
        });
        var changes = (await suite.Reports.ListFigureChangesAsync(new() { Parent = first.Name, PageSize = 1000 })).Changes;
        changes.ShouldContain(c => c.Label == "凤岗镇：地区生产总值" && c.Before == "411亿元" && c.After == "455.5亿元");
        // As of the moment before the revision it is what it was.
        var past = await suite.Reports.CreateReportAsync(new() { Report = new(Wish(league.Name, "2024")) { AsOfTime = then.AsOfTime } });
        (await FiguresAsync(past)).Single(f => f.Label == "凤岗镇：地区生产总值").Value.ShouldBe("411");

        await suite.StopIndicatorsAsync();

        var away = await MakeAsync(league.Name, "2024");
        (await FiguresAsync(away)).Single(f => f.Label == "凤岗镇：地区生产总值").Value.ShouldBe("455.5");
        var page = System.Text.Encoding.UTF8.GetString((await suite.Reports.DownloadReportAsync(new() { Name = away.Name, Format = FileFormat.Html })).Data.Span);
        page.ShouldContain("指标服务没有应答");
        foreach (var made in (Report[])[first, past, away]) (await suite.Reports.VerifyReportAsync(new() { Name = made.Name })).Intact.ShouldBeTrue(made.Name);
    }

    /// <summary>Yearly and monthly figures of all towns, some missing; Fenggang's of 2024 are those of the seeds.</summary>
    async Task DefineAsync()
    {
        var definitions = new DefinitionService.DefinitionServiceClient(suite.Office);
        foreach (var (id, definition) in new (string, Definition)[]
        {
            ("heads", new() { DisplayName = "常住人口", Unit = "万人", Kind = IndicatorKind.Stock }),
            ("heads-gdp", new() { DisplayName = "人均地区生产总值", Unit = "元/人", Kind = IndicatorKind.Ratio, Formula = "{gdp} / {heads}", Decimals = 2 }),
            ("complaints", new() { DisplayName = "投诉件", Unit = "件", Kind = IndicatorKind.Flow, Direction = Direction.Less }),
            ("debt", new() { DisplayName = "负债率", Unit = "%", Kind = IndicatorKind.Ratio, Direction = Direction.Band, BandLow = "40", BandHigh = "60", Decimals = 1 }),
        })
        {
            definition.PeriodType = PeriodType.Year;
            await definitions.CreateDefinitionAsync(new() { DefinitionId = id, Definition = definition });
        }

        var rows = new List<string>();
        foreach (var (at, town) in suite.Towns.Keys.Order(StringComparer.Ordinal).Index())
        {
            foreach (var (year, more) in new[] { (2022, 0m), (2023, at % 7 - 2m), (2024, at % 5) })
            {
                if (town != "fenggang" || year < 2024)
                {
                    if (year < 2024 || at % 11 != 5) rows.Add($"gdp,{town},{year},{200 + (at * 37 % 101) + (more * 9)},,{3 + more}");
                    rows.Add($"retail-sales,{town},{year},{90 + at + more},,{(at % 9 == 4 ? "" : $"{2.5m + more}")}");
                }

                rows.Add($"heads,{town},{year},{20 + (at * 13 % 17)},,");
                if (at % 10 != 3) rows.Add($"complaints,{town},{year},{300 + (at * 29 % 71) - (int)more},,");
                rows.Add($"debt,{town},{year},{35 + (at * 7 % 31) + more},,");
            }

            if (Behind.Contains(town)) continue;
            rows.AddRange(Enumerable.Range(1, 3).Select(month => month == 2 && at % 2 == 0
                ? $"foreign-trade,{town},2024-02,,{30 + (at * 19 % 43) + month},"
                : $"foreign-trade,{town},2024-{month:00},{10 + (at * (month + 3) % 13)},,"));
        }

        await suite.RecordAsync(string.Join('\n', rows));
    }

    static League Of(string id, Normalisation normalisation, MissingRule missing, params (string Definition, string Weight, LeagueBasis Basis)[] parts) => new()
    {
        Name = $"leagues/{id}", DisplayName = id == "economy" ? "镇街经济发展擂台" : $"镇街{id}擂台", Normalisation = normalisation, Missing = missing,
        Parts = { parts.Select(p => new LeaguePart { Definition = $"definitions/{p.Definition}", Weight = p.Weight, Basis = p.Basis }) },
    };

    Report Wish(string league, string period) => new() { Kind = ReportKind.LeagueTable, Plan = suite.Told.Plan, Quarter = 1, Subject = league, Period = period };

    async Task<Report> MakeAsync(string league, string period) => await suite.Reports.CreateReportAsync(new() { Report = Wish(league, period) });

    async Task<List<ReportFigure>> FiguresAsync(Report made)
    {
        var found = new List<ReportFigure>();
        for (var request = new ListFiguresRequest { Parent = made.Name, PageSize = 1000 }; ;)
        {
            var page = await suite.Reports.ListFiguresAsync(request);
            found.AddRange(page.Figures);
            if ((request.PageToken = page.NextPageToken).Length == 0) return found;
        }
    }

    async Task<List<Figure>> FeedAsync()
    {
        var (figures, found) = (new FigureService.FigureServiceClient(suite.Office), new List<Figure>());
        for (var request = new Suite.Indicators.V1.ListFigureChangesRequest { PageSize = 1000 }; ;)
        {
            var page = await figures.ListFigureChangesAsync(request);
            found.AddRange(page.Figures);
            request.ResumeToken = page.ResumeToken;
            if (!page.More) return found;
        }
    }

    /// <summary>Where SUITE_LOOK names a folder, the document is left there to be looked at.</summary>
    async Task KeepForALookAsync(Report made)
    {
        if (Environment.GetEnvironmentVariable("SUITE_LOOK") is not { Length: > 0 } folder) return;
        foreach (var (format, ending) in new[] { (FileFormat.Docx, "docx"), (FileFormat.Html, "html"), (FileFormat.Xlsx, "xlsx") })
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{made.Name.Split('/')[1]}.{ending}"), (await suite.Reports.DownloadReportAsync(new() { Name = made.Name, Format = format })).Data.ToByteArray());
    }
}

static class Found
{
    public static TValue ShouldContainKeyAndGet<TValue>(this Dictionary<string, TValue> values, string key)
    {
        values.ShouldContainKey(key);
        return values[key];
    }
}
