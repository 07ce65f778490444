using Suite.Contracts.Events.V1;

namespace Suite.Indicators.Tests;

/// <summary>Events about a plan made up for a test.</summary>
sealed record Told(string Plan)
{
    static readonly UnitFact Unit = new("units/industry-information", "市工业和信息化局");

    public static readonly DateTimeOffset Spring = new(2024, 4, 8, 9, 30, 0, TimeSpan.FromHours(8));

    public string Task(int number) => $"plans/{Plan}/tasks/{number}";

    public TaskIssued Issued(int number, params CommitmentFact[] commitments) => new(
        Task(number), $"plans/{Plan}", 2024, number, "政府工作报告", "完成工业投资630亿元", [Unit], [], [], commitments, Spring.AddMonths(-1));

    public CommitmentFact Commitment(int number, int ordinal, decimal value, string accumulation, params int[] quarters) => new(
        $"{Task(number)}/commitments/{ordinal}", false, null, "完成工业投资", value, null, "亿元", "GE", accumulation, false, quarters);

    /// <summary>The industrial investment of a year, rising quarter by quarter.</summary>
    public TaskIssued Investment(int number = 44) => Issued(
        number, Commitment(number, 1, 630, "CUMULATIVE", 1, 2, 3, 4) with { Annual = true }, Commitment(number, 2, 120.5m, "CUMULATIVE", 1),
        Commitment(number, 3, 300, "CUMULATIVE", 2), Commitment(number, 4, 470, "CUMULATIVE", 3), Commitment(number, 5, 630, "CUMULATIVE", 4));

    public ProgressAccepted Accepted(int number, int quarter, int ordinal, decimal period, decimal yearToDate, int revision = 1, int minutes = 0)
    {
        var accepted = Spring.AddMonths(3 * (quarter - 1)).AddMinutes(minutes);
        return new(
            $"{Task(number)}/reports/industry-information-q{quarter}", Task(number), $"plans/{Plan}", quarter, Unit, revision, "GREEN", "进展顺利。", "", "",
            [new FigureFact($"{Task(number)}/commitments/{ordinal}", "完成工业投资", "亿元", period, yearToDate, null)],
            new("industry-information.reporter", "填报人", accepted.AddDays(-2)), new("industry-information.approver", "审签人", accepted.AddDays(-1)),
            new("office", "督查室", accepted));
    }

    /// <summary>An edition made the task what <paramref name="now"/> says.</summary>
    public TaskRevised Revised(TaskIssued now, int revision = 1, bool withdrawn = false) =>
        new(now, revision, withdrawn, $"plans/{Plan}/editions/{revision}", new("office", "督查室", Spring.AddMonths(1)));
}
