using Suite.Contracts.Events.V1;

namespace Suite.Reporting.Tests;

/// <summary>Events about a plan made up for a test.</summary>
sealed record Told(string Id)
{
    public static readonly DateTimeOffset Spring = new(2024, 4, 8, 9, 30, 0, TimeSpan.FromHours(8));

    public static readonly UnitFact Industry = new("units/industry-information", "市工业和信息化局");
    static readonly UnitFact Education = new("units/education", "市教育局");
    public static readonly UnitFact Water = new("units/water", "市水务局");

    public string Plan => $"plans/{Id}";

    /// <summary>Each plan has an issuer of its own, so that the numbers of its bulletins start with 1.</summary>
    public string Issuer => $"{Id}市政府办公室";

    public string Task(int number) => $"{Plan}/tasks/{number}";

    public PlanIssued Issued(int tasks = 4) => new(Plan, "2024年市政府重点工作任务分解表", 2024, Issuer, tasks, Spring.AddMonths(-1));

    public TaskIssued Issued(int number, string section, UnitFact unit, params int[] due) => new(
        Task(number), Plan, 2024, number, section, $"第{number}项任务的年度目标", [unit], [], [], [Commitment(number)], Spring.AddMonths(-1))
    {
        DueQuarters = due,
    };

    public TaskAcknowledged Acknowledged(int number, UnitFact unit) =>
        new(Task(number), Plan, unit, true, new($"{unit.Unit[6..]}.reporter", "填报人", Spring.AddDays(-20)));

    public ProgressSubmitted Submitted(int number, UnitFact unit, int revision = 1) => new(
        Report(number, unit), Task(number), Plan, 1, unit, revision, new($"{unit.Unit[6..]}.approver", "审签人", Spring.AddDays(-1).AddMinutes(revision)));

    public ProgressReturned Returned(int number, UnitFact unit, int revision = 1) => new(
        Report(number, unit), Task(number), Plan, 1, unit, revision, "请补充佐证材料", new("office", "督查室", Spring.AddHours(-9)));

    public ProgressAccepted Accepted(int number, UnitFact unit, string light, decimal value, int revision = 1) => new(
        Report(number, unit), Task(number), Plan, 1, unit, revision, light, "一季度各项工作按计划推进。", "部分项目用地尚未交付。", "二季度加快交付。",
        [new FigureFact($"{Task(number)}/commitments/1", "完成工业投资", "亿元", value, value, null)],
        new("reporter-1", "陈晓明", Spring.AddDays(-3)), new("approver-1", "李建国", Spring.AddDays(-2)), new("office", "王芳", Spring.AddMinutes(revision)));

    /// <summary>
    /// Four tasks: the first accepted on green after a return, the second accepted on red, the third submitted only, the fourth neither
    /// due nor reported. The first two are acknowledged.
    /// </summary>
    public IEnumerable<object> Story() =>
    [
        Issued(), Issued(1, "政府工作报告", Industry, 1, 2, 3, 4), Issued(2, "政府工作报告", Education, 1, 4), Issued(3, "十件民生实事", Water, 1), Issued(4, "十件民生实事", Water, 3, 4),
        Acknowledged(1, Industry), Acknowledged(2, Education),
        Submitted(1, Industry), Returned(1, Industry), Submitted(1, Industry, 2), Accepted(1, Industry, "GREEN", 131.25m, 2),
        Submitted(2, Education), Accepted(2, Education, "RED", 12, 1), Submitted(3, Water),
    ];

    /// <summary>An edition made the task what <paramref name="now"/> says.</summary>
    public TaskRevised Revised(TaskIssued now, int revision = 1, bool withdrawn = false) =>
        new(now, revision, withdrawn, $"{Plan}/editions/{revision}", new("office", "督查室", Spring.AddDays(-5)));

    /// <summary>
    /// An edition takes the second task out, has the third led by education instead of water, and brings in a fifth, due and not reported.
    /// </summary>
    public IEnumerable<object> Edition() =>
    [
        Revised(Issued(2, "政府工作报告", Education, 1, 4), withdrawn: true), Revised(Issued(3, "十件民生实事", Education, 1)),
        Issued(5, "一号文", Water, 1) with { Added = true },
    ];

    /// <summary>The first task set to yellow by hand, an adjustment of it granted, an instruction on the third, the fourth closed.</summary>
    public IEnumerable<object> Supervision()
    {
        var adjustment = new AdjustmentFact($"{Task(1)}/adjustments/1", Task(1), Plan, "TARGET", Industry, "用地未落实", [new("TARGET", "全年630亿元", "全年600亿元")]);
        ActorFact office = new("office", "督查室", Spring.AddMinutes(30)), reporter = new("reporter-1", "陈晓明", Spring.AddDays(-4));
        return
        [
            new LightSet(Task(1), Plan, "YELLOW", "GREEN", "supervisionRules/light-1", "现场督查发现进度滞后", office),
            new AdjustmentSubmitted(adjustment, false, reporter), new AdjustmentDecided(adjustment, true, "同意", new(2024, 4, 8), office), new AdjustmentTookEffect(adjustment, false, 0, office.Time),
            new CaseStepTaken($"{Task(3)}/instructions/1", "INSTRUCTION", Task(3), Plan, Water, "ISSUE", "OPEN", "请抓紧推进", new(2024, 4, 7), office),
            new TaskClosed(Task(4), Plan, $"{Task(4)}/closings/1", $"{Task(4)}/reports/water-q1", "已完成", office),
        ];
    }

    CommitmentFact Commitment(int number) => new(
        $"{Task(number)}/commitments/1", true, null, "完成工业投资", 630, null, "亿元", "GE", "CUMULATIVE", false, [1, 2, 3, 4]);

    string Report(int number, UnitFact unit) => $"{Task(number)}/reports/{unit.Unit[6..]}-q1";
}
