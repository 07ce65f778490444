using Shouldly;
using Suite.Auth.V1;
using Suite.Reporting.V1;
using Suite.Testing;

namespace Suite.Reporting.Tests.Reports;

public sealed class ReaderTests(ReportingService service)
{
    [Fact]
    public async Task DownloadReport_ByAUnit_IsRecordedForTheOffice()
    {
        var report = await service.IssuedAsync(await service.ToldAsync());
        var reader = new ReportService.ReportServiceClient(service.Host.GrpcInvoker(TestTokens.For(Role.Reporter, unit: "units/education")));

        await reader.DownloadReportAsync(new() { Name = report.Name, Format = FileFormat.Xlsx });

        var download = (await service.Client().ListDownloadsAsync(new() { Parent = report.Name })).Downloads.ShouldHaveSingleItem();
        (download.Format, download.Unit).ShouldBe((FileFormat.Xlsx, "units/education"));
    }

    [Fact]
    public async Task IssueReport_WithSubscriptions_TellsThoseWhoHoldTheRoleInTheUnit()
    {
        var office = new SubscriptionService.SubscriptionServiceClient(service.Host.GrpcInvoker(TestTokens.For(Role.Office)));
        var made = await office.CreateSubscriptionAsync(new() { Subscription = new() { Role = Role.Approver, Unit = "units/education", Kind = ReportKind.Bulletin } });
        var report = await service.IssuedAsync(await service.ToldAsync());

        (await ToldAsync("units/education")).ShouldContain(n => n.Report == report.Name && n.Title == report.Title);
        (await ToldAsync("units/water")).ShouldNotContain(n => n.Report == report.Name);
        (await office.CancelSubscriptionAsync(new() { Name = made.Name })).Cancelled.ShouldBeTrue();
        var later = await service.IssuedAsync(await service.ToldAsync());
        (await ToldAsync("units/education")).ShouldNotContain(n => n.Report == later.Name);
    }

    async Task<IReadOnlyList<Notification>> ToldAsync(string unit)
    {
        var client = new SubscriptionService.SubscriptionServiceClient(service.Host.GrpcInvoker(TestTokens.For(Role.Approver, unit: unit)));
        return (await client.ListNotificationsAsync(new() { PageSize = 1000 })).Notifications;
    }
}
