using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Shouldly;
using Suite.Auth.V1;
using Suite.Errors.V1;
using Suite.Indicators.V1;
using Suite.Testing;

namespace Suite.Indicators.Tests.Targets;

/// <summary>Targets out of files: read with remembered mappings, looked at by rules, and decided by somebody else.</summary>
public sealed class TargetImportTests(IndicatorsService service)
{
    readonly Figured _figured = new(service);

    [Fact]
    public async Task Import_TableOfTargets_IsProposedAndCountsOnceDecidedByAnother()
    {
        var (id, one, other) = (await _figured.DefineAsync(), await _figured.EntityAsync(), await _figured.EntityAsync());
        var source = $"目标-{id}.csv";
        var request = new ImportTargetsRequest
        {
            Content = Utf8($"指标,镇街,年份,目标,计量单位,说明\n{id},{one},2025,120,,\n{id},{other},2025,900000,万元,区里要求\n"), Source = source, Why = "年度计划", DryRun = true,
        };

        (await Office("one").ImportTargetsAsync(request)).ShouldSatisfyAllConditions(a => a.Rows.ShouldBe(2), a => a.Proposed.ShouldBe(2), a => a.Targets.ShouldAllBe(t => t.Name == ""));
        (await Office("one").FindTargetsAsync(new() { Source = source })).Targets.ShouldBeEmpty();
        request.DryRun = false;
        await Office("one").ImportTargetsAsync(request);
        var waiting = (await Office("other").FindTargetsAsync(new() { Source = source, State = TargetState.Proposed })).Targets;
        waiting.Select(t => $"{t.Series.Split('/')[3]} {t.Period} {t.Value} {t.Comparator} {t.Why} {t.Proposer}").ShouldBe([$"{one} 2025-12 120 GE 年度计划 one", $"{other} 2025-12 90 GE 区里要求 one"]);

        var decide = new DecideTargetsRequest { Names = { waiting.Select(t => t.Name) }, Decision = TargetState.Approved };
        (await Figured.ProblemAsync(() => Office("one").DecideTargetsAsync(decide))).Reason.ShouldBe(Reason.IllegalStep);
        (await Office("other").DecideTargetsAsync(decide)).Targets.ShouldAllBe(t => t.State == TargetState.Approved && t.Decider == "other");
        (await Office("one").ImportTargetsAsync(request)).ShouldSatisfyAllConditions(a => a.Proposed.ShouldBe(0), a => a.Unchanged.ShouldBe(2));

        request.Content = Utf8($"指标,镇街,年份,目标\n{id},{one},2025,130\n");
        (await Office("one").ImportTargetsAsync(request)).Findings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Severity.ShouldBe(Severity.Notice), f => f.Message.ShouldContain("120亿元"), f => f.Row.ShouldBe(2));
    }

    [Fact]
    public async Task Import_WithTheMappingOfFigures_ReadsColumnsHeadedWithPeriods()
    {
        var (id, town) = (await _figured.DefineAsync(d => d.PeriodType = PeriodType.Year), await _figured.EntityAsync());
        var column = $"名称{town}";
        await _figured.Office.SaveImportMappingAsync(new()
        {
            MappingId = $"targets-{id}", Mapping = new() { Columns = { [column] = "entity" }, Definition = $"definitions/{id}", Names = { ["某镇"] = $"entities/{town}" }, YearToDate = true },
        });

        var answer = await Office("one").ImportTargetsAsync(new() { Content = Utf8($"{column}\t2025\t2026\n某镇\t10\t12\n") });

        answer.Mapping.Name.ShouldBe($"importMappings/targets-{id}");
        answer.Targets.Select(t => $"{t.Period} {t.Value}").ShouldBe(["2025 10", "2026 12"]);
    }

    [Fact]
    public async Task Import_SlipsAndRowsThatAreWrong_AreRefusedWithThePlace()
    {
        var series = await _figured.SeriesAsync();
        var (id, town) = (series.Split('/')[1], series.Split('/')[3]);
        await _figured.RecordAsync(series, new FigureInput { Period = "2024-12", YearToDateValue = "100" });

        var slip = await RefusedAsync($"指标,镇街,年份,目标\n{id},{town},2025,1200000\n");
        slip.ShouldSatisfyAllConditions(p => p.Reason.ShouldBe(Reason.FiguresRefused), p => p.Message.ShouldContain("1200000亿元"), p => p.Message.ShouldContain("120亿元"));
        (await RefusedAsync($"指标,镇街,年份,目标\n{id},{town},2025,1\n{id},{town},2025-12,2\n")).Violations.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            v => v.Field.ShouldBe("row 3"), v => v.Description.ShouldContain("row 2"));
        (await RefusedAsync($"指标,镇街,年份\n{id},{town},2025\n")).Message.ShouldContain("目标");
        (await RefusedAsync($"指标,镇街,年份,目标\n{id},{town},二五年,x\n")).Violations[0].Field.ShouldBe("row 2.period");
    }

    [Fact]
    public async Task Import_OverJson_TakesTheFileAsItIs()
    {
        var (id, town) = (await _figured.DefineAsync(), await _figured.EntityAsync());
        using var file = new StringContent($"指标,镇街,年份,目标\n{id},{town},2025,12.5\n", Encoding.UTF8, "text/csv");

        var answer = await service.Host.HttpClient(TestTokens.For(Role.Office)).PostAsync("/v1/targets:import?source=t.csv&dryRun=true", file);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("targets")[0].GetProperty("value").GetString().ShouldBe("12.5");
        var found = await service.Host.HttpClient(TestTokens.For(Role.Observer)).GetAsync("/v1/targets?state=TARGET_STATE_APPROVED&pageSize=2");
        JsonDocument.Parse(await found.Content.ReadAsStringAsync()).RootElement.GetProperty("targets").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Import_Workbook_IsReadLikeText()
    {
        var (id, town) = (await _figured.DefineAsync(), await _figured.EntityAsync());

        var answer = await Office("one").ImportTargetsAsync(new() { Content = ByteString.CopyFrom(Workbook([["指标", "镇街", "时期", "目标"], [id, town, "2025", "7.5"]])), Source = "t.xlsx" });

        answer.Targets.ShouldHaveSingleItem().Value.ShouldBe("7.5");
    }

    Task<ServiceDefaults.Errors.Problem> RefusedAsync(string text) => Figured.ProblemAsync(() => Office("one").ImportTargetsAsync(new() { Content = Utf8(text) }));

    TargetService.TargetServiceClient Office(string account) => new(service.Host.GrpcInvoker(TestTokens.For(account, [Role.Office])));

    static ByteString Utf8(string text) => ByteString.CopyFromUtf8(text);

    /// <summary>The least a workbook of one sheet is made of.</summary>
    static byte[] Workbook(string[][] rows)
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string package = "http://schemas.openxmlformats.org/package/2006";
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", $"""<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
            Add(zip, "_rels/.rels", $"""<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add(zip, "xl/workbook.xml", $"""<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="目标" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Add(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            Add(zip, "xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{main}\"><sheetData>{string.Concat(rows.Select((r, at) => $"<row r=\"{at + 1}\">{string.Concat(r.Select((c, i) => $"<c r=\"{(char)('A' + i)}{at + 1}\" t=\"inlineStr\"><is><t>{c}</t></is></c>"))}</row>"))}</sheetData></worksheet>");
        }

        return stream.ToArray();
    }

    static void Add(ZipArchive zip, string name, string text)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}
