using Aspire.Hosting.Testing;
using Suite.Tests.Calls;

namespace Suite.Tests.Running;

/// <summary>A second suite on the same machine, with a data folder and ports of its own.</summary>
public sealed class SideBySideTests(SuiteFixture suite)
{
    const string Password = "side-by-side-0";

    [Fact]
    public async Task SecondSuite_OtherDataAndPorts_RunsBesideTheFirst()
    {
        var port = SuiteFixture.TwoFreePorts();
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
            $"--SUITE_PORT={port}", $"--SUITE_ADMIN_PASSWORD={Password}", $"--SUITE_PLAN={PlanDocuments.Seed}");
        await using var second = builder.Build();
        await second.StartAsync(TestContext.Current.CancellationToken);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await second.ResourceNotifications.WaitForResourceHealthyAsync("gateway", limit.Token);

        second.GetEndpoint("gateway").Port.ShouldBe(port);
        using var door = new JsonDoor(second.GetEndpoint("gateway"));
        var accounts = new Accounts(door, Password, demoPassword: "");
        (await door.ListAsync("v1/plans", "plans", await accounts.Admin)).ShouldNotContain(p => p["name"]!.GetValue<string>() == "plans/trial");
        (await suite.Json.GetAsync("v1/plans/2024", await accounts.Admin)).ShouldBeProblem(System.Net.HttpStatusCode.Unauthorized, "TOKEN_REQUIRED");
        (await suite.Json.GetAsync("v1/plans/2024", await suite.Accounts.Admin)).Good();
    }
}
