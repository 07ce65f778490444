using Microsoft.Extensions.DependencyInjection;
using Suite.Directory.Storage;
using Suite.Directory.V1;
using Suite.Errors.V1;

namespace Suite.Directory.Tests.Import;

/// <summary>Units, groups and people from files.</summary>
public sealed class ImportDirectoryTests(DirectoryFixture directory) : IClassFixture<DirectoryFixture>
{
    const string Head = "单位编号|单位名称（规范名）|简称|单位类型|上级单位|挂靠单位|曾用名";
    const string Day = "2026-01-01";

    async Task<ImportService.ImportServiceClient> ImportsAsync(string account = "office") => new(directory.Host.GrpcInvoker(await directory.TokenAsync(account)));

    [Fact]
    public async Task ImportDirectory_ChildAboveItsParent_FoundsBothOnceAndOnlyOnce()
    {
        var (imports, units) = (await ImportsAsync(), await directory.UnitsAsync());
        var request = new ImportDirectoryRequest
        {
            Data = Files.Xlsx(("单位", ["东莞市单位一览", Head, "imp-child|市进口分局||市直部门|市进口总局||市进分局", "imp-whole|市进口总局|市进总局|bureau||市教育局|"])),
            EffectiveDate = Day, DryRun = true,
        };
        var tried = await imports.ImportDirectoryAsync(request);
        (tried.Tables[0].Created, tried.Findings.Count, tried.DryRun).ShouldBe((2, 0, true));
        await units.GetUnitAsync(new() { Name = "units/imp-child" }).ShouldFailAsync(Reason.NotFound);

        request.DryRun = false;
        request.RequestId = "import-twice";
        var done = await imports.ImportDirectoryAsync(request);
        (await imports.ImportDirectoryAsync(request)).ShouldBe(done);
        var child = await units.GetUnitAsync(new() { Name = "units/imp-child" });
        (child.Parent, child.EffectiveFrom, child.Aliases.Single(), child.EnglishName).ShouldBe(("units/imp-whole", Day, "市进分局", "市进口分局"));
        (await units.GetUnitAsync(new() { Name = "units/imp-whole" })).Host.ShouldBe("units/education");

        request.RequestId = "";
        (await imports.ImportDirectoryAsync(request)).Tables[0].ShouldBe(new ImportedTable { Sheet = "单位", Content = TableContent.Units, Rows = 2, Unchanged = 2 });
        (await units.GetUnitAsync(new() { Name = "units/imp-child" })).Etag.ShouldBe(child.Etag);
    }

    [Fact]
    public async Task ImportDirectory_Gb18030WithEnglishHeadings_RenamesByIdentifier()
    {
        var imports = await ImportsAsync();
        await imports.ImportDirectoryAsync(new() { Data = Files.Csv("ID|Name|Kind", "imp-gb|市国标局|bureau"), EffectiveDate = Day });
        var answer = await imports.ImportDirectoryAsync(new() { Data = Files.Gb18030("id|name|short name", "imp-gb|市新国标局|无"), EffectiveDate = "2026-02-01" });
        answer.Tables[0].Changed.ShouldBe(1);
        var renamed = await (await directory.UnitsAsync()).GetUnitAsync(new() { Name = "units/imp-gb" });
        (renamed.DisplayName, renamed.Aliases.Single(), renamed.EffectiveFrom).ShouldBe(("市新国标局", "市国标局", "2026-02-01"));
    }

    [Fact]
    public async Task ImportDirectory_WrongRows_TellsPlaceWordsAndWhyAndWritesNothing()
    {
        var imports = await ImportsAsync();
        var file = Files.Xlsx(("单位", [
            $"{Head}|备注", "imp-good|市好局||市直部门|||", "imp-kind|市类型局||宇宙|||", "Imp Bad|市编号局||镇|||", "|市无编号局||镇|||", "imp-parent|市上级局||镇|市财正局||",
            "imp-good|市好局||镇|||", "imp-taken|市教育局||镇|||", "imp-a|市环甲局||镇|imp-b||", "imp-b|市环乙局||镇|imp-a||",
        ]));
        var tried = await imports.ImportDirectoryAsync(new() { Data = file, DryRun = true, EffectiveDate = Day });
        tried.Findings.Where(f => f.IsError).Select(f => (f.Row, f.Column, f.Code)).ShouldBe(
            [
                (3, "单位类型", "KIND_UNKNOWN"), (4, "单位编号", "ID_SHAPE"), (5, "单位名称（规范名）", "UNIT_ID_MISSING"), (6, "上级单位", "UNIT_UNKNOWN"), (7, "单位编号", "ROW_REPEATED"),
                (8, "", "REFUSED"), (9, "上级单位", "CIRCLE"), (10, "上级单位", "CIRCLE"),
            ], customMessage: tried.Findings.ToString());
        tried.Findings.Single(f => f.Code == "COLUMN_UNKNOWN").Why.ShouldStartWith("列“备注”不认识");
        var unknown = tried.Findings.Single(f => f.Code == "UNIT_UNKNOWN");
        (unknown.Words, unknown.Sheet).ShouldBe(("市财正局", "单位"));
        unknown.Why.ShouldContain("市财政局 (units/finance)");

        var refusal = await imports.ImportDirectoryAsync(new() { Data = file, EffectiveDate = Day }).ShouldFailAsync(Reason.InvalidField);
        refusal.Violations.Count.ShouldBe(8);
        refusal.Violations.ShouldContain(v => v.Field == "file.rows[6].parent" && v.Description.Contains("市财正局"));
        await (await directory.UnitsAsync()).GetUnitAsync(new() { Name = "units/imp-good" }).ShouldFailAsync(Reason.NotFound);
    }

    [Fact]
    public async Task ImportDirectory_TwoUnitsUnderOneAnother_Refused()
    {
        var imports = await ImportsAsync();
        await imports.ImportDirectoryAsync(new() { Data = Files.Csv("id,name,kind".Replace(',', '|'), "imp-left|市左局|bureau", "imp-right|市右局|bureau"), EffectiveDate = Day });
        var refusal = await imports.ImportDirectoryAsync(new() { Data = Files.Csv("编号|名称|上级", "imp-left|市左局|imp-right", "imp-right|市右局|imp-left") }).ShouldFailAsync(Reason.InvalidField);
        refusal.Message.ShouldContain("成环");
        await imports.ImportDirectoryAsync(new() { Data = Files.Csv("编号|名称|上级", "imp-left|市左局|imp-right"), EffectiveDate = "2026-02-01" });
        refusal = await imports.ImportDirectoryAsync(new() { Data = Files.Csv("编号|名称|上级", "imp-right|市右局|imp-left"), EffectiveDate = "2026-02-01" }).ShouldFailAsync(Reason.InvalidField);
        refusal.Violations.Single().Field.ShouldBe("file.rows[2].parent");
    }

    [Fact]
    public async Task ImportDirectory_GroupsAndPeopleWithNewUnits_OneFile()
    {
        var (imports, groups) = (await ImportsAsync(), await directory.GroupsAsync());
        var request = new ImportDirectoryRequest
        {
            EffectiveDate = Day,
            Data = Files.Xlsx(
                ("人员", ["编号|姓名|职务|分工位次|分管领域|分管单位", "imp-li|李进口|副市长|分管|进口|市船务局、市财政局", "imp-li|李进口|组长|||", "imp-wang|王无职||||"]),
                ("成员", ["集合编号|集合|成员单位|生效日期|截止日期", "imp-leading|市进口工作领导小组成员单位|市船务局||", "imp-leading||市水务局|2026年3月1日|2026/5/1", "|各镇街（园区）|市船务局||"]),
                ("单位", ["单位编号|名称|类型", "imp-ship|市船务局|市直部门"])),
        };
        var done = await imports.ImportDirectoryAsync(request);
        done.Tables.Select(t => (t.Content, t.Created, t.Changed, t.Unchanged)).ShouldBe(
            [(TableContent.People, 2, 1, 0), (TableContent.Groups, 3, 0, 0), (TableContent.Units, 1, 0, 0)]);
        (await MembersAsync(groups, "2026-04-01")).ShouldBe(["units/imp-ship", "units/water"]);
        (await MembersAsync(groups, "2026-05-01")).ShouldBe(["units/imp-ship"]);
        var li = await new PersonService.PersonServiceClient(directory.Host.GrpcInvoker(await directory.TokenAsync())).GetPersonAsync(new() { Name = "people/imp-li", AsOf = Day });
        li.Posts.Select(p => (p.Title, p.Position, string.Join(',', p.Units))).ShouldBe([("副市长", 1, "units/imp-ship,units/finance"), ("组长", 0, "")]);

        (await imports.ImportDirectoryAsync(request)).Tables.ShouldAllBe(t => t.Created == 0 && t.Changed == 0);
        var other = new ImportDirectoryRequest { Data = Files.Csv("姓名|职务|分工位次|分管领域", "李进口|副市长|1|出口"), EffectiveDate = Day, DryRun = true };
        (await imports.ImportDirectoryAsync(other)).Findings.Single().Code.ShouldBe("POST_DIFFERS");
    }

    [Fact]
    public async Task ExportDirectory_ImportedAgain_ChangesNothing()
    {
        var imports = await ImportsAsync();
        var exported = await imports.ExportDirectoryAsync(new());
        var before = await RevisionAsync();
        var answer = await imports.ImportDirectoryAsync(new() { Data = exported.Data });
        answer.Tables.Select(t => t.Content).ShouldBe([TableContent.Units, TableContent.Groups, TableContent.People]);
        answer.Tables.ShouldAllBe(t => t.Rows > 15 && t.Unchanged == t.Rows);
        answer.Findings.ShouldBeEmpty();
        (await RevisionAsync()).ShouldBe(before);
        (await imports.ImportDirectoryAsync(new() { Data = (await imports.ExportDirectoryAsync(new() { Content = TableContent.Units, Format = TableFormat.Csv })).Data }))
            .Tables[0].Changed.ShouldBe(0);
    }

    [Fact]
    public async Task GetImportTemplate_OverJson_CanBeFilledInAndImported()
    {
        using var json = await directory.JsonAsync();
        using var answer = await json.GetAsync("v1/directory:template");
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("template.xlsx");
        using var body = new ByteArrayContent(await answer.Content.ReadAsByteArrayAsync());
        using var tried = await json.PostAsync("v1/directory:import?dryRun=true&fileName=template.xlsx", body);
        var text = await tried.Content.ReadAsStringAsync();
        tried.IsSuccessStatusCode.ShouldBeTrue(text);
        text.ShouldContain("ROWS_MISSING");
        text.ShouldNotContain("\"isError\": true");
    }

    [Fact]
    public async Task ImportDirectory_NotSuchATable_Refused()
    {
        var imports = await ImportsAsync();
        (await imports.ImportDirectoryAsync(new() { Data = Files.Csv("水果|价格|产地", "苹果|5|山东") }).ShouldFailAsync(Reason.InvalidField)).Message.ShouldContain("单位名称");
        (await imports.ImportDirectoryAsync(new() { Data = Files.Csv("账号|姓名|角色", "a|b|领导") }).ShouldFailAsync(Reason.InvalidField)).Message.ShouldContain("账号");
        await imports.ImportDirectoryAsync(new()).ShouldFailAsync(Reason.InvalidField);
        await imports.ImportDirectoryAsync(new() { Data = Files.Csv(), Content = TableContent.Accounts }).ShouldFailAsync(Reason.InvalidField);
        await imports.ImportDirectoryAsync(new() { Data = Google.Protobuf.ByteString.CopyFromUtf8("%PDF-1.7 …") }).ShouldFailAsync(Reason.UnreadableDocument);
        await imports.ImportDirectoryAsync(new() { Data = Google.Protobuf.ByteString.CopyFrom(new byte[(4 << 20) + 1]) }).ShouldFailAsync(Reason.TooLarge);
        var rows = Files.Csv(["名称|编号", .. Enumerable.Range(0, 10_000).Select(i => $"单位{i}|u{i}")]);
        (await imports.ImportDirectoryAsync(new() { Data = rows }).ShouldFailAsync(Reason.UnreadableDocument)).Message.ShouldContain("10000 rows");
        await new ImportService.ImportServiceClient(directory.Host.GrpcInvoker(await directory.TokenAsync("humen.reporter"))).ImportDirectoryAsync(new()).ShouldFailAsync(Reason.RoleNotAllowed);
    }

    static async Task<List<string>> MembersAsync(GroupService.GroupServiceClient groups, string day) =>
        [.. (await groups.GetGroupAsync(new() { Name = "groups/imp-leading", AsOf = day })).Members.Select(m => m.Name)];

    async Task<long> RevisionAsync()
    {
        await using var scope = directory.Host.Services.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<DirectoryDbContext>().Revisions.Single().Number;
    }
}
