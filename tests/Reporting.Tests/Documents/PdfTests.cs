using System.Diagnostics;
using Shouldly;
using Suite.Reporting.Documents;

namespace Suite.Reporting.Tests.Documents;

public sealed class PdfTests
{
    [Fact]
    public async Task Write_AQuarter_OpensInAWordProcessor()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/soffice") && File.Exists("/usr/bin/pdftotext"), "LibreOffice and poppler-utils are not installed here.");
        var folder = System.IO.Directory.CreateTempSubdirectory("bulletin-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "bulletin.docx"), DocxWriter.Write(Sample.Bulletin(Sample.Quarter())), Cancelled);
            await RunAsync(folder.FullName, "soffice", $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "pdf", "bulletin.docx");
            await RunAsync(folder.FullName, "pdftotext", "-layout", "bulletin.pdf");
            var text = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "bulletin.txt"), Cancelled);

            text.ShouldContain("一、总体情况");
            text.Replace(" ", "").ShouldContain("—1—");
            text.ShouldContain("数据来源");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    static async Task RunAsync(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Cancelled), process.StandardError.ReadToEndAsync(Cancelled));
        await process.WaitForExitAsync(Cancelled);
        process.ExitCode.ShouldBe(0, $"{program}: {await output} {await error}");
    }
}
