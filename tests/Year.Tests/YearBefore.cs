using System.Globalization;
using Google.Protobuf;
using Suite.Auth.V1;
using Suite.Tasks.V1;
using Task = System.Threading.Tasks.Task;

namespace Suite.Year.Tests;

/// <summary>
/// A small plan of the year before and of the same issuer, in which happens what this year's has nothing of: tasks reported by half-years and by
/// months, lights set by hand between reports, tasks closed, opened again and carried over. Three of this year's targets were promised then already.
/// </summary>
/// <param name="promised">Tasks of this year's plan: their targets are those of the first three.</param>
sealed class YearBefore(YearSuite suite, IReadOnlyList<Suite.Tasks.V1.Task> promised)
{
    public const string Plan = "plans/2023";

    /// <summary>Promised by one task, by one that reached nothing, by two.</summary>
    const int Reached = 1, Nothing = 2, Twice = 3, Again = 4;
    const int HalfYears = 5, Months = 6, Lit = 7, Closed = 8, Shared = 9, Reopened = 10, LateHalf = 11, Silent = 12;

    const string Quarterly = "<b>一季度：</b>启动。<b>二季度：</b>推进。<b>三季度：</b>推进。<b>四季度：</b>完成。";

    readonly Dictionary<int, Suite.Tasks.V1.Task> _tasks = [];
    readonly Dictionary<(int Task, string Unit, string Measure), decimal> _soFar = [];

    /// <summary>Tasks of which a report is owed at the end of each half-year alone.</summary>
    public static IReadOnlySet<string> ByHalfYears { get; } = new HashSet<string> { NameOf(HalfYears), NameOf(LateHalf) };

    /// <summary>The one that goes on in this year's plan.</summary>
    public static string CarriedOver => NameOf(Shared);

    public async Task LiveAsync()
    {
        On(3, 1);
        await IssueAsync();
        On(4, 10);
        await AllAsync("q1", Reached, Nothing, Twice, Again, Lit, Closed, Shared, Reopened, Silent);
        foreach (var month in new[] { "m1", "m2", "m3" }) await ReportAsync(Months, month);
        On(4, 25);
        await SetAsync(Lit, Light.Yellow);
        await SetAsync(LateHalf, Light.Red);
        On(5, 10);
        await ReportAsync(Months, "m4");
        On(5, 20);
        await SetAsync(Months, Light.Red);
        On(6, 10);
        await ReportAsync(Months, "m5");
        On(7, 12);
        await AllAsync("q2", Reached, Nothing, Twice, Again, Lit, Closed, Shared, Reopened);
        await ReportAsync(Shared, "q2", unit: 1);
        await ReportAsync(HalfYears, "h1", 0.5m);
        On(7, 25);
        await CloseAsync(Closed);
        await CloseAsync(Reopened);
        On(8, 10);
        await new ClosingService.ClosingServiceClient(suite.As(Role.Office)).ReopenTaskAsync(new() { Name = NameOf(Reopened), Reason = "尚有收尾工作。" });
        On(9, 5);
        await SetAsync(Lit, Light.Red);
        await SetAsync(Silent, Light.Yellow);
        On(10, 12);
        await AllAsync("q3", Reached, Nothing, Twice, Again, Shared, Reopened);
        On(1, 10, 2024);
        await AllAsync("q4", Reached, Nothing, Twice, Again, Lit, Reopened);
        await ReportAsync(HalfYears, "h2", 0.5m);
        await ReportAsync(LateHalf, "h2", 0.75m);
        On(1, 25, 2024);
        await SetAsync(Reached, Light.Yellow);
        On(2, 5, 2024);
        await ReportAsync(Silent, "q4");
        await SetAsync(Twice, Light.Red);
    }

    /// <summary>Once this year's plan is issued.</summary>
    public async Task CarryOverAsync(string to) =>
        await new ClosingService.ClosingServiceClient(suite.As(Role.Office)).CarryOverTaskAsync(new() { Name = CarriedOver, To = to, Reason = "跨年工程。" });

    static string NameOf(int number) => $"{Plan}/tasks/{number}";

    void On(int month, int day, int year = 2023) => suite.Clock.MoveTo(new(year, month, day), hour: 10);

    async Task IssueAsync()
    {
        var (office, document) = (suite.As(Role.Office), await DocumentAsync());
        var plans = new PlanService.PlanServiceClient(office);
        await plans.ImportPlanAsync(new() { Document = new() { Data = ByteString.CopyFromUtf8(document) }, Plan = "2023" });
        await plans.IssuePlanAsync(new() { Name = Plan });
        foreach (var task in (await new TaskService.TaskServiceClient(office).ListTasksAsync(new() { Parent = Plan, PageSize = 100 })).Tasks)
        {
            _tasks[task.Number] = task;
            foreach (var unit in task.LeadUnits) await new TaskService.TaskServiceClient(suite.As(Role.Reporter, Id(unit.Unit))).AcknowledgeTaskAsync(new() { Name = task.Name });
        }

        _tasks.Count.ShouldBe(Silent);
    }

    async Task<string> DocumentAsync()
    {
        var issuer = (await new PlanService.PlanServiceClient(suite.As(Role.Office)).GetPlanAsync(new() { Name = YearRun.Plan })).Issuer;
        (string Target, string Schedule, string Lead)[] rows =
        [
            (promised[0].Target, Quarterly, "市教育局"), (promised[1].Target, Quarterly, "市水务局"), (promised[2].Target, Quarterly, "市水务局"), (promised[2].Target, Quarterly, "市教育局"),
            ("全年新增学位8万个。", "<b>上半年：</b>新增学位3万个。<b>下半年：</b>新增学位5万个。", "市教育局"), ("全年检查食品企业1200家。", "<b>每月：</b>检查食品企业100家。", "市卫生健康局"),
            ("整治河道40公里。", "<b>一季度：</b>整治河道10公里。<b>二季度：</b>整治河道10公里。<b>三季度：</b>整治河道10公里。<b>四季度：</b>整治河道10公里。", "市水务局"),
            ("建成口袋公园4个。", Quarterly, "市水务局"), ("推进校园健康中心建设。", Quarterly, "市教育局、市卫生健康局"), ("改造供水管网60公里。", Quarterly, "市水务局"),
            ("培训乡村教师600人。", "<b>上半年：</b>培训乡村教师300人。<b>下半年：</b>培训乡村教师300人。", "市教育局"), ("巩固卫生城市成果。", Quarterly, "市卫生健康局"),
        ];
        return $"## 2023 年市政府重点工作任务分解表\n\n制表单位：{issuer}\n\n印发时间：2023 年 3 月 1 日\n\n总体要求 (原文表述)\t年度目标\t季度安排\t责任领导\t牵头单位\t协助单位\n"
            + $"<b>市《政府工作报告》(第 1 项-{rows.Length} 项)</b>\t\t\t\t\t\n"
            + string.Concat(rows.Index().Select(r => $"{(r.Index == 0 ? "市《政府工作报告》：办好实事。" : "")}\t{r.Index + 1}. {r.Item.Target}\t{r.Item.Schedule}\t刘旺先 梁绍光\t{r.Item.Lead}\t无\n"));
    }

    async Task AllAsync(string period, params int[] numbers)
    {
        foreach (var number in numbers) await ReportAsync(number, period, number == Nothing ? 0 : 0.25m);
    }

    /// <summary>From an empty draft to acceptance.</summary>
    /// <param name="share">Of each annual amount done in the period.</param>
    async Task ReportAsync(int number, string period, decimal share = 0.25m, int unit = 0)
    {
        var (task, lead) = (_tasks[number], Id(_tasks[number].LeadUnits[unit].Unit));
        var (reporter, approver) = (new ProgressService.ProgressServiceClient(suite.As(Role.Reporter, lead)), new ProgressService.ProgressServiceClient(suite.As(Role.Approver, lead)));
        var draft = await reporter.CreateProgressReportAsync(new()
        {
            Parent = task.Name, Report = new() { Period = period, Narrative = $"{period}：按计划推进。", Difficulties = "用地报批较慢。", NextSteps = "加快推进。", Figures = { Figures(task, lead, period, share) } },
        });
        var approved = await approver.ApproveProgressReportAsync(new() { Name = draft.Name, Etag = draft.Etag });
        await reporter.SubmitProgressReportAsync(new() { Name = draft.Name, Etag = approved.Etag });
        await new ProgressService.ProgressServiceClient(suite.As(Role.Office)).AcceptProgressReportAsync(new() { Name = draft.Name, Comment = "情况属实。" });
    }

    IEnumerable<Figure> Figures(Suite.Tasks.V1.Task task, string lead, string period, decimal share)
    {
        foreach (var same in Promise.Of(task).Where(p => p.Quarters.Intersect(QuartersOf(period)).Any()).GroupBy(p => p.Commitment.Measure))
        {
            var amount = Math.Round(same.First().Value * (same.First().AddsUp ? share : 1), 2);
            var total = _soFar[(task.Number, lead, same.Key)] = _soFar.GetValueOrDefault((task.Number, lead, same.Key)) + amount;
            foreach (var promise in same)
                yield return new() { Commitment = promise.Commitment.Name, PeriodValue = Text(amount), YearToDateValue = Text(promise.AddsUp ? total : amount) };
        }
    }

    async Task SetAsync(int number, Light light) =>
        await new LightService.LightServiceClient(suite.As(Role.Office)).SetTaskLightAsync(new() { Name = $"{NameOf(number)}/light", Light = light, Reason = "现场督查所见与报送情况不一致。" });

    async Task CloseAsync(int number)
    {
        var unit = new ClosingService.ClosingServiceClient(suite.As(Role.Approver, Id(_tasks[number].LeadUnits[0].Unit)));
        var asked = await unit.CreateClosingAsync(new() { Parent = NameOf(number), Text = "年度目标已完成。" });
        await new ClosingService.ClosingServiceClient(suite.As(Role.Office)).ApproveClosingAsync(new() { Name = asked.Name, Text = "核实完成。" });
    }

    static int[] QuartersOf(string period) => period switch
    {
        "h1" => [1, 2],
        "h2" => [3, 4],
        _ when period[0] == 'm' => [(Number(period) + 2) / 3],
        _ => [Number(period)],
    };

    static int Number(string period) => int.Parse(period.AsSpan(1), CultureInfo.InvariantCulture);

    static string Id(string unit) => unit["units/".Length..];

    static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
