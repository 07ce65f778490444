using System.Net;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using MassTransit;
using Shouldly;
using Suite.Auth.V1;
using Suite.Reporting.Api;
using Suite.Reporting.V1;
using Suite.Testing;

namespace Suite.Reporting.Tests.Events;

public sealed class BrokerLossTests(PostgresFixture database) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task BrokerStoppedAndStarted_ServiceGoesOnAndHearsWhatCameMeanwhile()
    {
        var cancelled = TestContext.Current.CancellationToken;
        var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddRabbitMQ("rabbitmq").WithDataVolume();
        await using var app = builder.Build();
        await app.StartAsync(cancelled);
        await app.ResourceNotifications.WaitForResourceHealthyAsync("rabbitmq", cancelled);
        var address = (await app.GetConnectionStringAsync("rabbitmq", cancelled))!;
        await using var host = TestHost<ReportApi>.Start(
            [new("ConnectionStrings:reportingdb", database.ConnectionString), new("ConnectionStrings:rabbitmq", address)], services => services.TrustTestTokens());
        var client = new ReportService.ReportServiceClient(host.GrpcInvoker(TestTokens.For(Role.Office)));
        await using var events = await EventFeed.OpenAsync(address, host.Services);
        var told = new Told("2024-loss");
        await events.SendAsync(told.Issued());
        await ReadyAsync(host, cancelled);

        await app.ResourceCommands.ExecuteCommandAsync("rabbitmq", KnownResourceCommands.StopCommand, cancelled);
        var bus = host.Services.GetRequiredService<IBusControl>();
        while (bus.CheckHealth().Status == BusHealthStatus.Healthy) await Task.Delay(100, cancelled);

        await ReadyAsync(host, cancelled);
        (await client.ListReportsAsync(new(), cancellationToken: cancelled)).Reports.ShouldBeEmpty();

        await app.ResourceCommands.ExecuteCommandAsync("rabbitmq", KnownResourceCommands.StartCommand, cancelled);
        await app.ResourceNotifications.WaitForResourceHealthyAsync("rabbitmq", cancelled);
        foreach (var message in told.Story().Skip(1)) await events.SendAsync(message);
        var report = await client.CreateReportAsync(new() { Report = new() { Kind = ReportKind.Bulletin, Plan = told.Plan, Quarter = 1 } }, cancellationToken: cancelled);
        report.Number.ShouldBe(1);
    }

    static async Task ReadyAsync(TestHost<ReportApi> host, CancellationToken cancelled) =>
        (await host.HttpClient().GetAsync("/health/ready", cancelled)).StatusCode.ShouldBe(HttpStatusCode.OK);
}
