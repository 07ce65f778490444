using Suite.Tests.Journeys;
using Suite.Tests.Running;

namespace Suite.Tests.Faults;

/// <summary>Services killed with SIGKILL and a broker that goes away: no event is lost and none has its effect twice.</summary>
public sealed class LostAndDoubledTests(SuiteFixture suite)
{
    [Fact]
    public async Task Accept_BrokerAwayAndTasksKilledBeforePublishing_IsObservedOnce()
    {
        var task = await new TrialPlan(suite).TakeTaskAsync();
        var journey = new ReportJourney(suite, task);
        await journey.SubmittedAsync();

        await suite.StopAsync("rabbitmq");
        await journey.AcceptAsync();
        await suite.KillAsync("tasks");
        await suite.StartAsync("rabbitmq");
        await suite.StartAsync("tasks");

        await ObservedOnceAsync(task);
    }

    [Fact]
    public async Task Accept_ConsumerKilled_IsObservedOnceWhenItIsBack()
    {
        var task = await new TrialPlan(suite).TakeTaskAsync();
        var journey = new ReportJourney(suite, task);
        await journey.SubmittedAsync();

        await suite.KillAsync("indicators");
        await journey.AcceptAsync();
        await suite.StartAsync("indicators");

        await ObservedOnceAsync(task);
    }

    [Fact]
    public async Task Accept_ServicesKilledAtOnceAfterwards_IsObservedOnce()
    {
        for (var round = 0; round < 3; round++)
        {
            var task = await new TrialPlan(suite).TakeTaskAsync();
            var journey = new ReportJourney(suite, task);
            await journey.SubmittedAsync();

            await journey.AcceptAsync();
            // Somewhere between commit, publish, confirm, delivery and acknowledgement.
            await Task.Delay(7 * round, TestContext.Current.CancellationToken);
            await Task.WhenAll(suite.KillAsync("tasks"), suite.KillAsync("indicators"));
            // In this order: the model lets tasks start only where indicators, whose queue it needs, is there.
            await suite.StartAsync("indicators");
            await suite.StartAsync("tasks");

            await ObservedOnceAsync(task);
        }
    }

    [Fact]
    public async Task Accept_BrokerStoppedAndStarted_IsObservedOnceWithoutAnyServiceRestarting()
    {
        var task = await new TrialPlan(suite).TakeTaskAsync();
        var journey = new ReportJourney(suite, task);
        await journey.SubmittedAsync();
        var processes = (suite.ProcessId("tasks"), suite.ProcessId("indicators"));

        await suite.StopAsync("rabbitmq");
        await journey.AcceptAsync();
        await suite.StartAsync("rabbitmq");

        await ObservedOnceAsync(task);
        (suite.ProcessId("tasks"), suite.ProcessId("indicators")).ShouldBe(processes);
    }

    async Task ObservedOnceAsync(LedTask task)
    {
        var indicator = await IndicatorView.ObservedAsync(suite, task);
        // A repeated delivery would follow shortly after the first.
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        (await IndicatorView.CountAsync(suite, task, indicator)).ShouldBe(1, $"observations from {task.Report}");
    }
}
