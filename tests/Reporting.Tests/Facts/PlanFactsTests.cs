using System.Globalization;
using Shouldly;
using Suite.Reporting.Facts;

namespace Suite.Reporting.Tests.Facts;

public sealed class PlanFactsTests
{
    [Theory]
    [InlineData("2024-03-31T15:59:59Z", 1)]
    [InlineData("2024-03-31T16:00:00Z", 2)]
    [InlineData("2023-12-31T15:00:00Z", 1)]
    [InlineData("2024-12-31T15:59:59Z", 4)]
    [InlineData("2025-01-20T00:00:00Z", 4)]
    public void Quarter_OfWhatHappenedAroundItsEnd_IsThatOfTheDayInTheCity(string time, int quarter)
    {
        var happened = DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
        var plan = new KnownPlan { Name = "plans/2024", Title = "", Year = 2024, Issuer = "", TaskCount = 1, IssueTime = Sample.Now };
        var closed = new CaseStep
        {
            Case = "plans/2024/tasks/1", Action = "CLOSED", Time = happened, Kind = "TASK", State = "CLOSED", Task = "plans/2024/tasks/1", Plan = "plans/2024", Unit = "", UnitName = "", Text = "",
            DueDate = null, Account = "office", DisplayName = "",
        };

        var facts = new PlanFacts(plan, happened.AddYears(1), 1, [Sample.Task(1)], [], [], []) { Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), Cases = [closed] };

        Enumerable.Range(1, 4).Where(q => facts.Quarter(q).Cases.Count > 0).ShouldBe([quarter]);
    }
}
