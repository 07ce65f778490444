using System.Security.Cryptography;
using Npgsql;
using Shouldly;
using Suite.Auth.V1;
using Suite.Tasks.Tests.Api;

namespace Suite.Tasks.Tests.Evidence;

/// <summary>Files behind a report, from upload to download.</summary>
public sealed class EvidenceApiTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task UploadEvidence_LargeFile_ComesBackAsItWasAndIsAudited()
    {
        var report = await ReportJourney.OpenAsync(suite, "large");
        var bytes = Pdf(3 << 20);
        var file = (await UploadAsync(report, "一季度台账.pdf", bytes)).Require(200);
        (file.Text("contentType"), file.Text("size"), file.Text("sha256")).ShouldBe(("application/pdf", $"{bytes.Length}", Convert.ToHexStringLower(SHA256.HashData(bytes))));
        using var answer = await suite.As(Role.Approver, ReportJourney.Unit).GetAsync($"/v1/{file.Text("name")}:download");
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(bytes);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar).ShouldBe(("attachment", "一季度台账.pdf"));
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await report.AuditAsync()).ShouldBe(["CreateProgressReport", "UploadEvidence", "DownloadEvidence"]);
        var client = new V1.EvidenceService.EvidenceServiceClient(suite.GrpcAs(Role.Reporter, ReportJourney.Unit));
        (await client.DownloadEvidenceAsync(new() { Name = file.Text("name") })).Data.ToByteArray().ShouldBe(bytes);
    }

    [Fact]
    public async Task DownloadEvidence_ByOthers_AsFarAsTheySeeARevisionWithIt()
    {
        var report = await ReportJourney.OpenAsync(suite, "seen");
        var first = (await UploadAsync(report, "a.pdf", Pdf(100))).Require(200).Text("name");
        foreach (var caller in new[] { suite.As(Role.Office), suite.As(Role.Observer), suite.As(Role.Reporter, "changan"), suite.As(Role.Leader) })
            (await caller.GetAsync($"/v1/{first}:download").ReadAsync()).Problem(404, "NOT_FOUND");
        await report.SubmittedAsync();
        (await suite.As(Role.Office).GetAsync($"/v1/{first}:download")).EnsureSuccessStatusCode();
        (await report.StepAsync(Role.Office, "return", new { comment = "换一份" })).Require(200);
        (await report.StepAsync(Role.Reporter, "reopen")).Require(200);
        (await suite.As(Role.Reporter, ReportJourney.Unit).DeleteAsync($"/v1/{first}").ReadAsync()).Require(200);
        var second = (await UploadAsync(report, "b.pdf", Pdf(200))).Require(200).Text("name");
        // The revision that was submitted keeps its file; the office does not see the draft's.
        (await NamesAsync(suite.As(Role.Office), report)).ShouldBe([first]);
        (await NamesAsync(suite.As(Role.Reporter, ReportJourney.Unit), report)).ShouldBe([second]);
        (await NamesAsync(suite.As(Role.Reporter, ReportJourney.Unit), report, "?revision=1")).ShouldBe([first]);
        (await suite.As(Role.Office).GetAsync($"/v1/{second}:download").ReadAsync()).Problem(404, "NOT_FOUND");
        (await suite.As(Role.Office).GetAsync($"/v1/{first}:download")).EnsureSuccessStatusCode();
        await report.SubmittedAsync();
        (await report.StepAsync(Role.Office, "accept")).Require(200);
        (await suite.As(Role.Observer).GetAsync($"/v1/{first}:download").ReadAsync()).Problem(404, "NOT_FOUND");
        (await suite.As(Role.Observer).GetAsync($"/v1/{second}:download")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Evidence_OutsideADraft_CannotBeAddedOrTakenOut()
    {
        var report = await ReportJourney.OpenAsync(suite, "fixed");
        var file = (await UploadAsync(report, "a.pdf", Pdf(100))).Require(200).Text("name");
        (await report.StepAsync(Role.Approver, "approve")).Require(200);
        (await UploadAsync(report, "b.pdf", Pdf(200))).Problem(409, "ILLEGAL_STEP");
        (await suite.As(Role.Reporter, ReportJourney.Unit).DeleteAsync($"/v1/{file}").ReadAsync()).Problem(409, "ILLEGAL_STEP");
    }

    [Fact]
    public async Task DeleteEvidence_OfADraftAlone_LeavesNothingBehind()
    {
        var report = await ReportJourney.OpenAsync(suite, "deleted");
        var file = (await UploadAsync(report, "a.pdf", Pdf(600_000))).Require(200).Text("name");
        var id = file.Split('/')[^1];
        (await suite.ColumnAsync($"SELECT count(*)::text FROM evidence_chunk WHERE evidence_id = '{id}'")).ShouldBe(["3"]);
        (await suite.As(Role.Reporter, ReportJourney.Unit).DeleteAsync($"/v1/{file}").ReadAsync()).Require(200);
        (await suite.ColumnAsync($"SELECT count(*)::text FROM evidence_chunk WHERE evidence_id = '{id}'")).ShouldBe(["0"]);
        (await suite.As(Role.Reporter, ReportJourney.Unit).DeleteAsync($"/v1/{file}").ReadAsync()).Problem(404, "NOT_FOUND");
    }

    [Fact]
    public async Task UploadEvidence_KilledBeforeItsTransactionEnds_LeavesNothingToSee()
    {
        var report = await ReportJourney.OpenAsync(suite, "killed");
        // The connection is cut while the upload waits for the report that another transaction holds.
        await using var source = NpgsqlDataSource.Create(suite.ConnectionString);
        await using var holder = await source.OpenConnectionAsync();
        await using var holding = await holder.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("SELECT FROM progress_report WHERE plan_id = 'killed' FOR UPDATE", holder, holding)) await hold.ExecuteNonQueryAsync();
        var upload = UploadAsync(report, "a.pdf", Pdf(100_000));
        var killed = 0;
        for (var tries = 0; killed == 0 && tries < 200; tries++)
        {
            await Task.Delay(20);
            killed = (await suite.ColumnAsync(
                "SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%progress_report%FOR UPDATE%'")).Count;
        }

        killed.ShouldBe(1);
        (await upload).Status.ShouldBe(503);
        await holding.RollbackAsync();
        (await suite.ColumnAsync("SELECT (SELECT count(*) FROM evidence WHERE plan_id = 'killed')::text")).ShouldBe(["0"]);
        (await suite.ColumnAsync("SELECT count(*)::text FROM evidence_chunk c WHERE NOT EXISTS (SELECT FROM evidence e WHERE e.id = c.evidence_id)")).ShouldBe(["0"]);
        (await UploadAsync(report, "a.pdf", Pdf(100_000))).Require(200);
    }

    [Fact]
    public async Task UploadEvidence_FiftyTimesAtOnceWithOneRequestId_IsOneFile()
    {
        var report = await ReportJourney.OpenAsync(suite, "fifty-files");
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => UploadAsync(report, "a.pdf", Pdf(2000), "fifty-files")));
        answers.Select(a => a.Require(200).ToString()).Distinct().Count().ShouldBe(1);
        (await NamesAsync(suite.As(Role.Reporter, ReportJourney.Unit), report)).Count.ShouldBe(1);
        (await UploadAsync(report, "again.pdf", Pdf(2000))).Problem(409, "ALREADY_EXISTS");
    }

    [Fact]
    public async Task UploadEvidence_MoreThan20_IsRefused()
    {
        var report = await ReportJourney.OpenAsync(suite, "many");
        for (var n = 1; n <= 20; n++) (await UploadAsync(report, $"{n}.pdf", Pdf(n))).Require(200);
        (await UploadAsync(report, "21.pdf", Pdf(21))).Problem(400, "INVALID_FIELD").Detail.ShouldContain("20");
    }

    [Theory]
    [InlineData(Role.Approver, ReportJourney.Unit, "ROLE_NOT_ALLOWED")]
    [InlineData(Role.Office, null, "ROLE_NOT_ALLOWED")]
    [InlineData(Role.Reporter, "changan", "OUT_OF_SCOPE")]
    public async Task UploadEvidence_ByOthers_IsRefused(Role role, string? unit, string reason)
    {
        using var content = new ByteArrayContent(Pdf(10));
        (await suite.As(role, unit).PostAsync("/v1/plans/seen/tasks/1/reports/humen-q1/evidence?fileName=a.pdf", content).ReadAsync()).Problem(403, reason);
        (await suite.As(role, unit).DeleteAsync("/v1/plans/seen/tasks/1/reports/humen-q1/evidence/0123456789abcdef").ReadAsync()).Problem(403, reason);
    }

    static byte[] Pdf(int padding) => [.. "%PDF-1.7\n"u8, .. Enumerable.Range(0, padding).Select(n => (byte)('a' + n % 26)), .. "\n%%EOF"u8];

    async Task<Answer> UploadAsync(ReportJourney report, string name, byte[] bytes, string? requestId = null)
    {
        using var content = new ByteArrayContent(bytes);
        var reporter = suite.As(Role.Reporter, ReportJourney.Unit);
        if (requestId is not null) reporter.DefaultRequestHeaders.Add("Idempotency-Key", requestId);
        return await reporter.PostAsync($"/v1/{report.Name}/evidence?fileName={Uri.EscapeDataString(name)}", content).ReadAsync();
    }

    static async Task<List<string>> NamesAsync(HttpClient caller, ReportJourney report, string query = "") =>
        [.. (await caller.GetAsync($"/v1/{report.Name}/evidence{query}").ReadAsync()).Require(200).GetProperty("evidence").EnumerateArray().Select(e => e.Text("name"))];
}
