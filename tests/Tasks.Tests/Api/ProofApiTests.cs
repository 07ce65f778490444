using Shouldly;
using Suite.Auth.V1;

namespace Suite.Tasks.Tests.Api;

/// <summary>The audit's lines on accepted reports, for those who quote them.</summary>
public sealed class ProofApiTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task ReportProofs_BeforeTheAcceptance_TellNothing_NotEvenToTheOffice()
    {
        var report = await ReportJourney.OpenAsync(suite, "unproven");
        await report.SubmittedAsync();

        foreach (var name in new[] { report.Name, report.Name.Replace("q1", "q2", StringComparison.Ordinal) })
            (await ProofsAsync(Role.Office, "unproven", name)).Require(200).GetProperty("proofs").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task ReportProofs_Accepted_AreTheAuditsLinesUpToThen()
    {
        var report = await ReportJourney.OpenAsync(suite, "proven");
        await report.SubmittedAsync();
        (await report.StepAsync(Role.Reporter, "accept")).Problem(403, "ROLE_NOT_ALLOWED");
        (await report.StepAsync(Role.Office, "accept")).Require(200);

        foreach (var role in new[] { Role.Office, Role.Observer })
        {
            var entries = (await ProofsAsync(role, "proven", report.Name)).Require(200).GetProperty("proofs")[0].GetProperty("entries").EnumerateArray().ToList();
            entries.Select(e => e.Text("action")).ShouldBe(["CreateProgressReport", "ApproveProgressReport", "SubmitProgressReport", "AcceptProgressReport"]);
            entries.Select(e => e.Text("actor")).ShouldBe(["reporter", "approver", "reporter", "office"]);
            entries.Select(e => e.Text("hash")).ShouldBe(await suite.ColumnAsync(
                $"SELECT hash FROM audit_entry WHERE resource = '{report.Name}' AND action <> 'Refused' ORDER BY sequence"));
        }
    }

    [Fact]
    public async Task ReportProofs_WrongNames_NameThePlace()
    {
        (await ProofsAsync(Role.Office, "proofs")).Problem(400, "INVALID_FIELD").Detail.ShouldContain("names");
        (await ProofsAsync(Role.Office, "proofs", "plans/other/tasks/1/reports/humen-q1")).Problem(400, "INVALID_FIELD").Detail.ShouldContain("names[0]");
        (await ProofsAsync(Role.Office, "proofs", "nonsense")).Problem(400, "INVALID_FIELD").Detail.ShouldContain("names[0]");
        (await ProofsAsync(Role.Office, "proofs", [.. Enumerable.Range(1, 101).Select(n => $"plans/proofs/tasks/{n}/reports/humen-q1")])).Problem(400, "INVALID_FIELD").Detail.ShouldContain("100");
    }

    Task<Answer> ProofsAsync(Role role, string plan, params string[] names) =>
        suite.As(role).GetAsync($"/v1/plans/{plan}/reportProofs:batchGet?{string.Join('&', names.Select(n => $"names={Uri.EscapeDataString(n)}"))}").ReadAsync();
}
