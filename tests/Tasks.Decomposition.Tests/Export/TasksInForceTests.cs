using Shouldly;
using Suite.Tasks.Export;
using Suite.Tasks.Plans;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests.Export;

/// <summary>What an export shows of a plan that editions have changed.</summary>
public sealed class TasksInForceTests
{
    private readonly Plan plan;
    private readonly List<PlanTask> tasks;

    public TasksInForceTests()
    {
        (plan, tasks) = Exported.Draft(new PlanReader().Read(Samples.Table));
        foreach (var task in tasks) task.Issue(new Dictionary<string, IReadOnlyList<GroupMember>>(), DateTimeOffset.UnixEpoch);
    }

    private List<int> Numbers => [.. PlanLayout.Of(plan, tasks).Sections.SelectMany(s => s.Groups).SelectMany(g => g.Rows).Select(r => r.Number)];

    [Fact]
    public void Layout_WithdrawnTask_IsLeftOut()
    {
        tasks[1].Withdraw(DateTimeOffset.UnixEpoch);

        Numbers.ShouldBe([1, 3, 4, 5]);
    }

    [Fact]
    public void Layout_RenumberedTask_StandsUnderItsNewNumber()
    {
        Renumber(tasks[0], 9);

        Numbers.ShouldBe([2, 3, 4, 5, 9]);
    }

    [Fact]
    public void Layout_TwoTasksOfOneNewNumber_KeepTheNumbersTheyWereIssuedUnder()
    {
        Renumber(tasks[0], 2);

        Numbers.ShouldBe([1, 2, 3, 4, 5]);
    }

    private static void Renumber(PlanTask task, int number) => task.Revise(number, task.Section, task.Content, acknowledged: false, DateTimeOffset.UnixEpoch);
}
