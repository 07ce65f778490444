using System.Text;
using Google.Protobuf;
using Shouldly;
using Suite.Auth.V1;
using Suite.Errors.V1;
using Suite.Indicators.V1;
using Suite.Testing;

namespace Suite.Indicators.Tests.Figures;

public sealed class FigureApiTests(IndicatorsService service)
{
    readonly Figured _figured = new(service);

    [Fact]
    public async Task Record_PeriodsAndRevision_KeepsBothWithWhoAndWhy()
    {
        var series = await _figured.SeriesAsync();
        await _figured.RecordAsync(series, new FigureInput { Period = "2024-01", PeriodValue = "10.5" }, new FigureInput { Period = "2024-02", YearToDateValue = "22" });

        (await _figured.RefusedAsync(series, new FigureInput { Period = "2024-01", PeriodValue = "11" })).Violations.ShouldHaveSingleItem().Field.ShouldBe("why");
        await _figured.Office.RecordFiguresAsync(new() { Series = series, Why = "核实", Source = "月报", Figures = { new FigureInput { Period = "2024-01", PeriodValue = "11", Status = FigureStatus.Final } } });

        var revisions = (await _figured.Office.ListFigureRevisionsAsync(new() { Series = series, Period = "2024-01" })).Figures;
        revisions.Select(f => $"{f.PeriodValue} {f.Status} {f.Author} {f.Why} {f.Source}").ShouldBe(["10.5 Preliminary office  ", "11 Final office 核实 月报"]);
    }

    [Fact]
    public async Task Record_PeriodAndYearToDateThatDisagree_IsRefusedWithBoth()
    {
        var series = await _figured.SeriesAsync();
        await _figured.RecordAsync(series, new FigureInput { Period = "2024-01", PeriodValue = "10" });

        var problem = await _figured.RefusedAsync(series, new FigureInput { Period = "2024-02", PeriodValue = "12", YearToDateValue = "25" });

        problem.Reason.ShouldBe(Reason.ContradictingFigure);
        problem.Message.ShouldSatisfyAllConditions(m => m.ShouldContain("25亿元"), m => m.ShouldContain("22亿元"));
    }

    [Fact]
    public async Task Record_WanWhereYiIsExpected_IsRefusedWithBothReadings()
    {
        var series = await _figured.SeriesAsync();
        await _figured.RecordAsync(series, new FigureInput { Period = "2024-01", PeriodValue = "4.1" });

        var problem = await _figured.RefusedAsync(series, new FigureInput { Period = "2024-02", PeriodValue = "42000" });

        problem.Reason.ShouldBe(Reason.FiguresRefused);
        problem.Message.ShouldSatisfyAllConditions(m => m.ShouldContain("42000亿元"), m => m.ShouldContain("4.2亿元"));
        (await _figured.RecordAsync(series, new FigureInput { Period = "2024-02", PeriodValue = "42000", Unit = "万元" })).Figures.ShouldHaveSingleItem().PeriodValue.ShouldBe("4.2");
    }

    [Fact]
    public async Task Record_FallingYearToDate_AsksWhyAndKeepsTheComment()
    {
        var series = await _figured.SeriesAsync();
        await _figured.RecordAsync(series, new FigureInput { Period = "2024-01", YearToDateValue = "10" });

        (await _figured.RefusedAsync(series, new FigureInput { Period = "2024-02", YearToDateValue = "9" })).Reason.ShouldBe(Reason.CommentNeeded);

        var recorded = await _figured.RecordAsync(series, new FigureInput { Period = "2024-02", YearToDateValue = "9", Comment = "退税冲减" });
        recorded.Figures.ShouldHaveSingleItem().Comment.ShouldBe("退税冲减");
        recorded.Findings.ShouldContain(f => f.Rule == "validationRules/falling" && f.Comment == "退税冲减");
    }

    [Fact]
    public async Task Record_ByOtherUnitsAndStaleEtags_IsRefused()
    {
        var series = await _figured.SeriesAsync();
        var (own, foreign) = (_figured.As(Role.Reporter, $"units/{series.Split('/')[^1]}"), _figured.As(Role.Reporter, "units/elsewhere"));
        var request = new RecordFiguresRequest { Series = series, Figures = { new FigureInput { Period = "2024-01", PeriodValue = "1" } } };

        (await Figured.ProblemAsync(() => foreign.RecordFiguresAsync(request))).Reason.ShouldBe(Reason.OutOfScope);
        await own.RecordFiguresAsync(request);
        request.Figures[0].Status = FigureStatus.Final;
        (await Figured.ProblemAsync(() => own.RecordFiguresAsync(request))).Violations.ShouldHaveSingleItem().Field.ShouldBe("figures[0].status");
        request.Etag = "0";
        (await Figured.ProblemAsync(() => _figured.Office.RecordFiguresAsync(request))).Reason.ShouldBe(Reason.StaleEtag);
    }

    [Theory]
    [InlineData("2024-13", "1", "figures[0].period")]
    [InlineData("2024-01", "1e3", "figures[0].period_value")]
    [InlineData("2024-01", "", "figures[0]")]
    [InlineData("2024-01", "9999999999999999999", "figures[0].period_value")]
    public async Task Record_WrongField_IsNamed(string period, string value, string field) =>
        (await _figured.RefusedAsync(await _figured.SeriesAsync(), new FigureInput { Period = period, PeriodValue = value })).Violations.ShouldHaveSingleItem().Field.ShouldBe(field);

    [Fact]
    public async Task Record_SeriesThatIsNone_IsNotFound()
    {
        (await _figured.RefusedAsync("definitions/none/series/none", new FigureInput { Period = "2024", PeriodValue = "1" })).Reason.ShouldBe(Reason.NotFound);
        (await Figured.ProblemAsync(() => _figured.Office.ListFigureRevisionsAsync(new() { Series = "x" }))).Reason.ShouldBe(Reason.NotFound);
    }

    [Fact]
    public async Task Import_UsualHeadings_ConvertsUnitsAndSkipsWhatIsKnown()
    {
        var series = await _figured.SeriesAsync();
        var (id, entity) = (series.Split('/')[1], series.Split('/')[3]);
        var csv = $"指标,镇街,时期,本期,计量单位,备注\n{id},{entity},2024-01,\"41,000\",万元,初步数\n{id},{entity},2024-02,5.2,,\n";
        var request = new ImportFiguresRequest { Content = ByteString.CopyFromUtf8(csv), Source = "一月.csv" };

        (await _figured.Office.ImportFiguresAsync(request)).ShouldSatisfyAllConditions(a => a.Rows.ShouldBe(2), a => a.Recorded.ShouldBe(2));
        (await _figured.Office.ImportFiguresAsync(request)).ShouldSatisfyAllConditions(a => a.Recorded.ShouldBe(0), a => a.Unchanged.ShouldBe(2));

        (await _figured.Office.ListFigureRevisionsAsync(new() { Series = series })).Figures.Select(f => $"{f.Period} {f.PeriodValue} {f.Note} {f.Source}")
            .ShouldBe(["2024-01 4.1 初步数 一月.csv", "2024-02 5.2  一月.csv"]);
    }

    [Fact]
    public async Task Import_WideTableWithAMapping_IsRememberedByItsHeading()
    {
        var series = await _figured.SeriesAsync();
        var (id, entity) = (series.Split('/')[1], series.Split('/')[3]);
        var column = $"名称{entity}";
        await _figured.Office.SaveImportMappingAsync(new()
        {
            MappingId = $"wide-{id}", Mapping = new() { Columns = { [column] = "entity" }, Definition = $"definitions/{id}", Names = { ["某镇"] = $"entities/{entity}" }, YearToDate = true },
        });

        var answer = await _figured.Office.ImportFiguresAsync(new() { Content = ByteString.CopyFromUtf8($"{column}\t2024-01\t2024-02\t2024-03\n某镇\t1\t3\t—\n") });

        answer.ShouldSatisfyAllConditions(a => a.Recorded.ShouldBe(2), a => a.Mapping.Name.ShouldBe($"importMappings/wide-{id}"));
        (await _figured.Office.ListFigureRevisionsAsync(new() { Series = series })).Figures.Select(f => f.YearToDateValue).ShouldBe(["1", "3"]);
    }

    [Fact]
    public async Task Import_SumsOfMoreThanAnyNumberOfPeriods_AreAllLookedAt()
    {
        var (id, city) = (await _figured.DefineAsync(), await _figured.EntityAsync(Entities.EntityKind.Other));
        var (one, other) = (await _figured.EntityAsync(parent: city), await _figured.EntityAsync(parent: city));
        var months = Enumerable.Range(0, 300).Select(m => $"{1990 + (m / 12)}-{(m % 12) + 1:00}").ToList();
        var rows = new[] { (city, 10), (one, 4), (other, 4) }.Select(r => $"{id},{r.Item1},{string.Join(',', months.Select(_ => r.Item2))}");

        var answer = await _figured.Office.ImportFiguresAsync(new() { Content = ByteString.CopyFromUtf8($"指标,镇街,{string.Join(',', months)}\n{string.Join('\n', rows)}\n"), Comment = "核实", DryRun = true });

        var sums = answer.Findings.Where(f => f.Rule == "validationRules/towns").ToList();
        sums.Count.ShouldBe(200, "the first 200 findings are told");
        sums[^1].Message.ShouldContain("8亿元");
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("甲,乙\n1,2\n", "no column tells")]
    [InlineData("指标,镇街,时期,本期\nnothing,nowhere,2024,1\n", "row 2, indicator")]
    [InlineData("PK\u0003\u0004broken", "")]
    public async Task Import_WhatCannotBeRead_IsRefusedWithThePlace(string text, string expected)
    {
        var problem = await Figured.ProblemAsync(() => _figured.Office.ImportFiguresAsync(new() { Content = ByteString.CopyFrom(Encoding.UTF8.GetBytes(text)) }));

        problem.Reason.ShouldBeOneOf(Reason.InvalidField, Reason.UnreadableDocument);
        problem.Message.ShouldContain(expected);
    }

    [Fact]
    public async Task Import_OneHardRow_RecordsNothing()
    {
        var series = await _figured.SeriesAsync();
        var (id, entity) = (series.Split('/')[1], series.Split('/')[3]);
        await _figured.RecordAsync(series, new FigureInput { Period = "2023-12", PeriodValue = "4" });

        var problem = await Figured.ProblemAsync(() => _figured.Office.ImportFiguresAsync(new() { Content = ByteString.CopyFromUtf8($"指标,镇街,时期,本期\n{id},{entity},2024-01,4\n{id},{entity},2024-02,40000\n") }));

        problem.Reason.ShouldBe(Reason.FiguresRefused);
        problem.Violations.ShouldHaveSingleItem().Field.ShouldBe("row 3");
        (await _figured.Office.ListFigureRevisionsAsync(new() { Series = series })).Figures.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Feed_ReadFromTheStart_GivesTheSameStateAsTheService()
    {
        var series = await _figured.SeriesAsync();
        for (var at = 1; at <= 3; at++)
            await _figured.Office.RecordFiguresAsync(new() { Series = series, Why = "改", Figures = { new FigureInput { Period = "2024-01", PeriodValue = $"{at + 10}" } } });
        var (told, request) = (new List<Figure>(), new ListFigureChangesRequest { PageSize = 7 });

        ListFigureChangesResponse page;
        do
        {
            page = await _figured.Office.ListFigureChangesAsync(request);
            told.AddRange(page.Figures);
            request.ResumeToken = page.ResumeToken;
        }
        while (page.More);

        told.Where(f => f.Series == series).OrderBy(f => f.KnowTime.ToDateTime()).ThenBy(f => f.Mark).ShouldBe((await _figured.Office.ListFigureRevisionsAsync(new() { Series = series })).Figures);
        told.Count.ShouldBe(told.DistinctBy(f => (f.Series, f.Period, f.KnowTime, f.Mark)).Count());
        (await Figured.ProblemAsync(() => _figured.Office.ListFigureChangesAsync(new() { ResumeToken = "bm9uc2Vuc2U=" }))).Reason.ShouldBe(Reason.InvalidPageToken);
    }

    [Fact]
    public async Task Watch_WhileFiguresCome_TellsThem()
    {
        var series = await _figured.SeriesAsync();
        using var watch = _figured.Office.WatchObservations(new(), deadline: DateTime.UtcNow.AddSeconds(30));
        await _figured.RecordAsync(series, new FigureInput { Period = "2024-01", PeriodValue = "7" });

        var seen = false;
        while (!seen && await watch.ResponseStream.MoveNext(CancellationToken.None)) seen = watch.ResponseStream.Current.Figures.Any(f => f.Series == series);

        seen.ShouldBeTrue();
    }

    [Fact]
    public async Task Report_Accepted_IsAFigureOfItsIndicatorWithItsEvidence()
    {
        var told = new Told(service.NewPlan());
        await service.Events.SendAsync(told.Accepted(44, 1, 2, 118, 118));
        await service.Events.SendAsync(told.Investment());
        await service.Events.SendAsync(told.Accepted(44, 1, 2, 121, 121, revision: 2, minutes: 5));

        var revisions = (await _figured.Office.ListFigureRevisionsAsync(new() { Series = $"indicators/{told.Plan}-44-1" })).Figures;

        revisions.Select(f => $"{f.Period} {f.PeriodValue} {f.YearToDateValue} r{f.SourceRevision} {f.Author} {f.Source}").ShouldBe([
            $"2024Q1 118 118 r1 industry-information.reporter {told.Task(44)}/reports/industry-information-q1",
            $"2024Q1 121 121 r2 industry-information.reporter {told.Task(44)}/reports/industry-information-q1"]);
    }

    [Fact]
    public async Task Rules_SetByTheOffice_HoldFromThenOn()
    {
        var series = await _figured.SeriesAsync();
        var rules = new ValidationRuleService.ValidationRuleServiceClient(service.Host.GrpcInvoker(TestTokens.For(Role.Office)));
        var id = series.Split('/')[1];
        var rule = await rules.SetValidationRuleAsync(new() { Rule = new() { Name = $"validationRules/range-{id}", Kind = RuleKind.Range, Severity = Severity.Hard, Definitions = { $"definitions/{id}" }, High = "50" } });

        (await _figured.RefusedAsync(series, new FigureInput { Period = "2024-01", PeriodValue = "51" })).Message.ShouldContain("51亿元");
        rule.Off = true;
        await rules.SetValidationRuleAsync(new() { Rule = rule });
        await _figured.RecordAsync(series, new FigureInput { Period = "2024-01", PeriodValue = "51" });
        (await rules.CheckFiguresAsync(new() { Definition = $"definitions/{id}", From = "2024-01", To = "2024-03" })).Findings.ShouldBeEmpty();
        (await Figured.ProblemAsync(() => rules.SetValidationRuleAsync(new() { Rule = rule }))).Reason.ShouldBe(Reason.StaleEtag);
        (await rules.ListValidationRulesAsync(new() { PageSize = 100 })).Rules.Select(r => r.Name).ShouldContain("validationRules/slip");
    }
}
