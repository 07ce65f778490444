using Grpc.Core;
using Shouldly;
using Suite.Auth.V1;
using Suite.Errors.V1;
using Suite.Reporting.Reports;
using Suite.Reporting.V1;
using Suite.ServiceDefaults.Errors;
using Suite.Testing;
using FileFormat = Suite.Reporting.V1.FileFormat;

namespace Suite.Reporting.Tests.Documents;

/// <summary>PDF as it is asked for at the door. The converter is a script that never writes the same bytes twice, as real ones do.</summary>
public sealed class KeptPdfTests : IAsyncLifetime
{
    static readonly Told Told = new("2024-pdf");

    readonly DirectoryInfo _folder = System.IO.Directory.CreateTempSubdirectory("converter-");
    LoneService _service = null!;

    string Program => Path.Combine(_folder.FullName, "soffice");

    ReportService.ReportServiceClient Office => Client(Role.Office);

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The converter of these tests is a shell script.");
        await ConverterAsync("""echo "%PDF $$ $(date +%s%N)" > report.pdf""");
        _service = await LoneService.StartAsync(services => services.AddSingleton(new ReportingOptions { Converter = Program, ConverterPatience = TimeSpan.FromSeconds(20), ConverterParallel = 4 }));
        foreach (var message in Told.Story()) await _service.TakeAsync(message);
    }

    public async ValueTask DisposeAsync()
    {
        if (_service is not null) await _service.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Issued_AskedForByManyAtOnceAndLater_IsTheSameForEverybody()
    {
        var report = await MadeAsync(issued: true);

        var first = await Task.WhenAll(Enumerable.Range(0, 4).Select(at => PdfAsync(report, at % 2 == 0 ? Role.Office : Role.Observer)));
        await ConverterAsync("exit 3");
        var later = await PdfAsync(report, Role.Leader);

        first.Append(later).Distinct().ShouldHaveSingleItem().ShouldStartWith("%PDF ");
        (await FormatsAsync(report)).ShouldContain(FileFormat.Pdf);
        (await Office.VerifyReportAsync(new() { Name = report })).Intact.ShouldBeTrue();
    }

    [Fact]
    public async Task Draft_WhichCanStillChange_IsConvertedAnewAndNotKept()
    {
        var report = await MadeAsync(issued: false);

        (await PdfAsync(report)).ShouldNotBe(await PdfAsync(report));

        (await FormatsAsync(report)).ShouldNotContain(FileFormat.Pdf);
    }

    [Theory]
    [InlineData("echo half > report.pdf; echo no display >&2; exit 3", "no display")]
    [InlineData("exit 0", "wrote no file")]
    public async Task Issued_ConverterFails_IsToldAndNothingIsKeptUntilItWorks(string script, string said)
    {
        var report = await MadeAsync(issued: true);
        await ConverterAsync(script);

        var error = await Should.ThrowAsync<RpcException>(() => PdfAsync(report));

        RpcProblem.FromRpc(error)!.Reason.ShouldBe(Reason.DependencyUnavailable);
        error.Status.Detail.ShouldContain(said);
        (await FormatsAsync(report)).ShouldNotContain(FileFormat.Pdf);
        (await Office.ListDownloadsAsync(new() { Parent = report })).Downloads.ShouldBeEmpty();
        await ConverterAsync("echo whole > report.pdf");
        (await PdfAsync(report)).ShouldBe("whole\n");
        (await FormatsAsync(report)).ShouldContain(FileFormat.Pdf);
    }

    [Fact]
    public async Task Issued_WithoutAConverter_SaysSoAndTheOtherFormatsAreThere()
    {
        var report = await MadeAsync(issued: true);
        File.Delete(Program);

        RpcProblem.FromRpc(await Should.ThrowAsync<RpcException>(() => PdfAsync(report)))!.Reason.ShouldBe(Reason.ConverterMissing);

        (await Office.DownloadReportAsync(new() { Name = report, Format = FileFormat.Html })).Data.Length.ShouldBeGreaterThan(0);
    }

    ReportService.ReportServiceClient Client(Role role) => new(_service.Host.GrpcInvoker(TestTokens.For(role)));

    async Task<string> PdfAsync(string report, Role role = Role.Office) =>
        (await Client(role).DownloadReportAsync(new() { Name = report, Format = FileFormat.Pdf })).Data.ToStringUtf8();

    async Task<IEnumerable<FileFormat>> FormatsAsync(string report) => (await Office.GetReportAsync(new() { Name = report })).Files.Select(f => f.Format);

    async Task<string> MadeAsync(bool issued)
    {
        var name = (await Office.CreateReportAsync(new() { Report = new() { Kind = ReportKind.MeetingList, Plan = Told.Plan, Quarter = 1 } })).Name;
        if (!issued) return name;
        await Office.ApproveReportAsync(new() { Name = name });
        return (await Office.IssueReportAsync(new() { Name = name })).Name;
    }

    /// <summary>Put in the place of the one before in one step: that may be running.</summary>
    async Task ConverterAsync(string script)
    {
        var written = Program + ".new";
        await File.WriteAllTextAsync(written, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(written, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.Move(written, Program, overwrite: true);
    }
}
