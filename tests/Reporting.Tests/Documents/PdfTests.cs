using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Suite.Errors.V1;
using Suite.Reporting.Documents;
using Suite.Reporting.Papers;
using Suite.Reporting.Reports;
using Suite.ServiceDefaults.Errors;

namespace Suite.Reporting.Tests.Documents;

/// <summary>With SUITE_TEST_PAGES naming a folder, the documents stay there to be looked at.</summary>
public sealed class PdfTests
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(PaperKind.Bulletin, 349)]
    [InlineData(PaperKind.WorkReportAnnex, 36)]
    public async Task Convert_ADocument_OpensInAWordProcessor(PaperKind kind, int tasks)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/soffice") && File.Exists("/usr/bin/pdftotext"), "LibreOffice and poppler-utils are not installed here.");
        var docx = DocxWriter.Write(Sample.Paper(Sample.Quarter(tasks), kind));
        using var converter = Converter(new());

        var pdf = await converter.ConvertAsync(docx, Cancelled);

        if (Environment.GetEnvironmentVariable("SUITE_TEST_PAGES") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{kind}.docx"), docx, Cancelled);
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{kind}.pdf"), pdf, Cancelled);
        }

        var text = (await TextAsync(pdf)).Replace(" ", "", StringComparison.Ordinal);
        text.ShouldContain("2024年4月10日");
        text.ShouldContain("—1—");
        text.ShouldContain("数据来源");
        text.Count(c => c == '\f').ShouldBeLessThan(kind == PaperKind.Bulletin ? 38 : 12);
    }

    [Fact]
    public async Task Convert_WithoutAConverter_SaysSo()
    {
        using var converter = Converter(new() { Converter = "/nowhere/soffice" });

        (await Should.ThrowAsync<ProblemException>(() => converter.ConvertAsync([], Cancelled))).Problem.Reason.ShouldBe(Reason.ConverterMissing);
    }

    [Theory]
    [InlineData("exec sleep 60", "longer than")]
    [InlineData("echo no display >&2; exit 3", "no display")]
    [InlineData("exit 0", "wrote no file")]
    public async Task Convert_AConverterThatFails_SaysHowAndLeavesNothing(string script, string said)
    {
        if (OperatingSystem.IsWindows()) return;
        var program = Path.Combine(System.IO.Directory.CreateTempSubdirectory("converter-").FullName, "soffice");
        await File.WriteAllTextAsync(program, $"#!/bin/sh\n{script}\n", Cancelled);
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        using var converter = Converter(new() { Converter = program, ConverterPatience = TimeSpan.FromSeconds(1) });

        var error = await Should.ThrowAsync<ProblemException>(() => converter.ConvertAsync([1, 2, 3], Cancelled));

        error.Problem.Reason.ShouldBe(Reason.DependencyUnavailable);
        error.Message.ShouldContain(said);
        System.IO.Directory.Delete(Path.GetDirectoryName(program)!, recursive: true);
    }

    static PdfConverter Converter(ReportingOptions options) => new(options, NullLogger<PdfConverter>.Instance);

    static async Task<string> TextAsync(byte[] pdf)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf, Cancelled);
            using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", file, "-"]) { RedirectStandardOutput = true })!;
            var text = await process.StandardOutput.ReadToEndAsync(Cancelled);
            await process.WaitForExitAsync(Cancelled);
            return text;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
