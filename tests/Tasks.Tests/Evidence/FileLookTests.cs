using System.IO.Compression;
using System.Text;
using Shouldly;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Evidence;

namespace Suite.Tasks.Tests.Evidence;

public sealed class FileLookTests
{
    static readonly byte[] Pdf = "%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF"u8.ToArray();

    [Fact]
    public void At_EveryKindThatIsTaken_IsToldByItsContent()
    {
        Look("台账.pdf", Pdf).ShouldBe("application/pdf");
        Look("照片.PNG", [0x89, .. "PNG\r\n\x1a\n"u8, 0, 0]).ShouldBe("image/png");
        Look("照片.jpeg", [0xFF, 0xD8, 0xFF, 0xE0]).ShouldBe("image/jpeg");
        Look("说明.docx", Package("word/document.xml")).ShouldEndWith("wordprocessingml.document");
        Look("台账.xlsx", Package("xl/workbook.xml")).ShouldEndWith("spreadsheetml.sheet");
        Look("汇报.pptx", Package("ppt/presentation.xml")).ShouldEndWith("presentationml.presentation");
        Look("公文.ofd", Package("OFD.xml")).ShouldBe("application/ofd");
        Look("说明.txt", "完成情况\r\n"u8.ToArray()).ShouldBe("text/plain");
        Look("数据.csv", "单位,数量\n虎门镇,3\n"u8.ToArray()).ShouldBe("text/csv");
    }

    [Theory]
    [InlineData("MZ\u0090\u0000")]
    [InlineData("\u007fELF\u0002")]
    [InlineData("#!/bin/sh\nrm -rf /")]
    [InlineData("<html><script>alert(1)</script></html>")]
    [InlineData("  <svg onload='x'/>")]
    [InlineData("文字<SCRIPT>x</script>")]
    [InlineData("%PDF-1.7 /OpenAction << /S /JavaScript >>")]
    [InlineData("%PDF-1.7 << /S /Launch /F (cmd.exe) >>")]
    [InlineData("PK\u0003\u0004 broken")]
    [InlineData("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")]
    public void At_ProgramsScriptsAndWhatIsUnknown_IsRefused(string content) =>
        Should.Throw<ProblemException>(() => Look("文件.pdf", Encoding.Latin1.GetBytes(content))).Problem.Violations.Single().Field.ShouldBe("content");

    [Theory]
    [InlineData("word/vbaProject.bin")]
    [InlineData("word/activeX/activeX1.bin")]
    [InlineData("word/embeddings/oleObject1.bin")]
    [InlineData("word/media/run.exe")]
    public void At_PackageWithAProgram_IsRefused(string part) =>
        Should.Throw<ProblemException>(() => Look("说明.docx", Package("word/document.xml", part))).Message.ShouldContain(part);

    [Fact]
    public void At_MacroEnabledDocumentUnderAnotherName_IsRefused() =>
        Should.Throw<ProblemException>(() => Look("说明.docx", Package("word/document.xml", types: "application/vnd.ms-word.document.macroEnabled.main+xml")))
            .Message.ShouldContain("macros");

    [Fact]
    public void At_PlainArchive_IsRefused() => Should.Throw<ProblemException>(() => Look("材料.zip", Package("a.txt"))).Message.ShouldContain("archive");

    [Fact]
    public void At_PackageOfTypesThatNeverEnd_IsRefusedWithoutUnpackingIt() =>
        Should.Throw<ProblemException>(() => Look("说明.docx", Package("word/document.xml", types: new string(' ', 8 << 20)))).Problem.Violations.Single().Field.ShouldBe("content");

    [Theory]
    [InlineData("a.png")]
    [InlineData("a")]
    [InlineData("a.pdf.exe")]
    [InlineData("../a.pdf")]
    [InlineData("a\u202Efdp.pdf")]
    [InlineData("a\n.pdf")]
    [InlineData("a\".pdf")]
    [InlineData(".pdf")]
    [InlineData("a.pdf ")]
    [InlineData("")]
    public void At_NameThatDoesNotFitOrIsNoPlainName_IsRefused(string name) =>
        Should.Throw<ProblemException>(() => Look(name, Pdf)).Problem.Violations.Single().Field.ShouldBe("file_name");

    [Fact]
    public void At_WrongChecksumEmptyOrTooLarge_IsRefused()
    {
        Should.Throw<ProblemException>(() => FileLook.At("a.pdf", Pdf, new string('0', 64))).Problem.Violations.Single().Field.ShouldBe("sha256");
        Should.Throw<ProblemException>(() => Look("a.pdf", [])).Problem.Violations.Single().Field.ShouldBe("content");
        Should.Throw<ProblemException>(() => Look("a.pdf", new byte[(10 << 20) + 1])).Problem.Metadata["limit"].ShouldBe("10485760");
    }

    [Fact]
    public void Header_AnyName_IsSafeForOldReadersAndWholeForNewOnes() =>
        Attachment.Header("一季度 台账(1).xlsx").ShouldBe("attachment; filename=\"___ ___1_.xlsx\"; filename*=UTF-8''%E4%B8%80%E5%AD%A3%E5%BA%A6%20%E5%8F%B0%E8%B4%A6%281%29.xlsx");

    static string Look(string name, byte[] content) => FileLook.At(name, content, "").ContentType;

    static byte[] Package(string main, string? other = null, string types = "<Types/>")
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (part, text) in new[] { ("[Content_Types].xml", types), (main, "<x/>"), (other ?? "docProps/app.xml", "") })
            {
                using var writer = new StreamWriter(zip.CreateEntry(part).Open());
                writer.Write(text);
            }
        return file.ToArray();
    }
}
