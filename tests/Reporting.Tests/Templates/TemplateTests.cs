using System.IO.Compression;
using Google.Protobuf;
using Grpc.Core;
using Shouldly;
using Suite.Auth.V1;
using Suite.Errors.V1;
using Suite.Reporting.Documents;
using Suite.Reporting.Papers;
using Suite.Reporting.Templates;
using Suite.Reporting.Tests.Documents;
using Suite.Reporting.V1;
using Suite.ServiceDefaults.Errors;
using Suite.Testing;

namespace Suite.Reporting.Tests.Templates;

public sealed class TemplateTests(ReportingService service)
{
    TemplateService.TemplateServiceClient Client => new(service.Host.GrpcInvoker(TestTokens.For(Role.Office)));

    [Fact]
    public async Task BuiltIn_Downloaded_PassesTheCheck()
    {
        var file = await Client.DownloadTemplateAsync(new() { Name = "reportTemplates/builtin" });

        await CheckAsync(file.Data.ToByteArray());
    }

    [Theory]
    [InlineData("issuerr", "word/document.xml, paragraph", "There is no field 'issuerr'")]
    [InlineData("begin:figures", "word/document.xml, paragraph", "begins a loop without end")]
    [InlineData("end:figures", "word/document.xml, paragraph", "ends a loop that has no")]
    [InlineData("each:units", "word/document.xml, paragraph", "There is no loop 'units'")]
    [InlineData("figure-label", "word/document.xml, paragraph", "stands outside the loop 'figures'")]
    public async Task CreateTemplate_AWrongTag_IsRefusedWithItsPlace(string tag, string place, string message)
    {
        var problem = await RefusedAsync(TemplateFile.Plus(TemplateFile.Control(tag, "这里")));

        problem.Reason.ShouldBe(Reason.UnreadableDocument);
        problem.Message.ShouldContain(place);
        problem.Message.ShouldContain("这里");
        problem.Message.ShouldContain(message);
    }

    public static TheoryData<string, string, string> Hostile => new()
    {
        { "word/vbaProject.bin", "x", "word/vbaProject.bin: is a macro" },
        { "word/embeddings/oleObject1.bin", "x", "word/embeddings/oleObject1.bin: is an embedded object" },
        { "word/_rels/header9.xml.rels", """<Relationships xmlns="r"><Relationship Id="a" Type="t" Target="http://evil.example/x.dotm" TargetMode="External"/></Relationships>""", "word/_rels/header9.xml.rels, line 1: links to something outside" },
        { "word/header9.xml", """<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>""", "word/header9.xml, line 1" },
        { "word/header9.xml", """<w:hdr xmlns:w="w"><w:fldSimple w:instr=" INCLUDETEXT c:\\x "/></w:hdr>""", "word/header9.xml, line 1: is a field that may fetch" },
        { "word/header9.xml", """<w:hdr xmlns:w="w"><w:instrText>DDEAUTO cmd</w:instrText></w:hdr>""", "field DDEAUTO cmd" },
        { "word/header9.xml", "<a><b></a>", "word/header9.xml, line 1, position 9: cannot be read" },
        { "word/afchunk.html", "<script>", "word/afchunk.html: is a part that templates do not have" },
        { "word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body/></w:document>", "has no control tagged 'body'" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task CreateTemplate_AFileThatMayHarm_IsRefusedWithItsPlace(string part, string content, string message) =>
        (await RefusedAsync(TemplateFile.With(part, content))).Message.ShouldContain(message);

    [Fact]
    public async Task CreateTemplate_ThatUnpacksTooLarge_IsRefusedSoon()
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("word/media/zeros.png", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1 << 20];
            for (var at = 0; at < 60; at++) part.Write(zeros);
        }

        (await RefusedAsync(buffer.ToArray())).Message.ShouldContain("word/media/zeros.png: with what stands before it unpacks to more than");
    }

    [Fact]
    public async Task CreateTemplate_TooLarge_IsRefused() =>
        (await RefusedAsync(new byte[TemplateGuard.LargestFile + 1])).Reason.ShouldBe(Reason.TooLarge);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task CreateTemplate_DamagedFiles_AreRefusedNotCrashed(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 40; round++)
        {
            var file = BuiltInTemplate.Content.ToArray();
            for (var at = 0; at < 1 + random.Next(20); at++) file[random.Next(file.Length)] = (byte)random.Next(256);
            try
            {
                await CheckAsync(file);
            }
            catch (RpcException error)
            {
                error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
            }
        }
    }

    [Fact]
    public void Write_WithLoopsOfParagraphsAndRows_RepeatsThem()
    {
        var rows = $"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{Row("begin:figures")}{Row("figure-label")}{Row("end:figures")}</w:tbl>";
        var template = TemplateFile.Plus(rows + TemplateFile.Control("begin:parts", "") + TemplateFile.Control("part-title", "标题") + TemplateFile.Control("end:parts", ""));
        TemplateShelf.Check(template);
        var paper = Sample.Bulletin(Sample.Quarter());

        using var opened = new Opened(DocxWriter.Write(paper, template));

        opened.ShouldBeValid();
        opened.Tables[^1].Elements<DocumentFormat.OpenXml.Wordprocessing.TableRow>().Select(r => r.InnerText).ShouldBe(paper.Figures.Select(f => f.Label));
        opened.Lines.TakeLast(8).Count(l => paper.Blocks.OfType<Heading>().Any(h => h.Level == 1 && h.Text == l)).ShouldBe(7);

        static string Row(string tag) => $"<w:tr><w:tc><w:tcPr/><w:p><w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt></w:p></w:tc></w:tr>";
    }

    [Fact]
    public async Task CreateReport_WithATemplateInUse_IsMadeWithItAndKeepsToIt()
    {
        var told = await service.ToldAsync();
        var content = ByteString.CopyFrom(TemplateFile.Plus("<w:p><w:r><w:t>东江市政府督查室印</w:t></w:r></w:p>"));
        var template = await Client.CreateTemplateAsync(new() { Kind = ReportKind.MeetingList, Language = "en", Content = content });
        var made = await service.Client().CreateReportAsync(new() { Report = new() { Kind = ReportKind.MeetingList, Plan = told.Plan, Quarter = 1, Language = "en" } });
        await Client.SetTemplateUseAsync(new() { Name = template.Name, InUse = false });

        using var opened = new Opened((await service.Client().DownloadReportAsync(new() { Name = made.Name })).Data.ToByteArray());
        opened.Lines.ShouldContain("东江市政府督查室印");
        (await service.Client().VerifyReportAsync(new() { Name = made.Name })).Intact.ShouldBeTrue();
        var later = await service.Client().CreateReportAsync(new() { Report = new() { Kind = ReportKind.MeetingList, Plan = told.Plan, Quarter = 1, Language = "en" } });
        using var plain = new Opened((await service.Client().DownloadReportAsync(new() { Name = later.Name })).Data.ToByteArray());
        plain.Lines.ShouldNotContain("东江市政府督查室印");
    }

    [Fact]
    public async Task ListTemplateFields_Everything_IsDescribed() =>
        (await Client.ListTemplateFieldsAsync(new())).Fields.ShouldAllBe(f => f.Tag.Length > 0 && f.Description.Length > 0);

    async Task CheckAsync(byte[] content) =>
        await Client.CreateTemplateAsync(new() { Kind = ReportKind.Bulletin, Content = ByteString.CopyFrom(content), ValidateOnly = true });

    async Task<Problem> RefusedAsync(byte[] content) => RpcProblem.FromRpc(await Should.ThrowAsync<RpcException>(() => CheckAsync(content))).ShouldNotBeNull();
}
