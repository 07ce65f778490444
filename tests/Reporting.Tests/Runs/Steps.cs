using Shouldly;
using Suite.Reporting.V1;

namespace Suite.Reporting.Tests.Runs;

/// <summary>A draft to be made anew, an approved report to be issued and an issued one to be corrected, each under a request id.</summary>
sealed record Steps(Report Draft, Report Approved, Report Issued)
{
    /// <summary>Of three drafts of the service.</summary>
    public static async Task<Steps> PrepareAsync(ServiceProcess service)
    {
        var drafts = (await service.Reports.ListReportsAsync(new())).Reports;
        var approved = await service.Reports.ApproveReportAsync(new() { Name = drafts[1].Name });
        await service.Reports.ApproveReportAsync(new() { Name = drafts[2].Name });
        return new(drafts[0], approved, await service.Reports.IssueReportAsync(new() { Name = drafts[2].Name }));
    }

    public Task<Report>[] All(ServiceProcess service) =>
    [
        service.Reports.RefreshReportAsync(new() { Name = Draft.Name, RequestId = "refresh" }).ResponseAsync,
        service.Reports.IssueReportAsync(new() { Name = Approved.Name, RequestId = "issue" }).ResponseAsync,
        service.Reports.CorrectReportAsync(new() { Name = Issued.Name, RequestId = "correct" }).ResponseAsync,
    ];

    /// <summary>As who got no answer does: what was cut off left nothing, so it is done now, and once.</summary>
    public async Task RepeatAsync(ServiceProcess service)
    {
        foreach (var before in new[] { Draft, Approved, Issued })
            (await service.Reports.GetReportAsync(new() { Name = before.Name })).ShouldSatisfyAllConditions(r => r.State.ShouldBe(before.State), r => r.Etag.ShouldBe(before.Etag));
        var first = await Task.WhenAll(All(service));
        var second = await Task.WhenAll(All(service));
        second.ShouldBe(first);
        first.Select(r => (r.State, Steps: string.Join(' ', r.Milestones.Select(m => m.Step)))).ShouldBe(
            [(ReportState.Draft, "Create Refresh"), (ReportState.Issued, "Create Approve Issue"), (ReportState.Draft, "Create")]);
        first[2].Corrects.ShouldBe(Issued.Name);
    }
}
