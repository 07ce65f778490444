using System.Globalization;
using Suite.Reporting.Facts;
using Suite.Reporting.Papers;
using Suite.Reporting.Wording;

namespace Suite.Reporting.Tests;

/// <summary>A quarter as a city might have it: tasks in three sections, some reported, some in trouble, many missing.</summary>
static class Sample
{
    public static readonly DateTimeOffset Now = new(2024, 4, 10, 2, 0, 0, TimeSpan.Zero);

    static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    static readonly LeadUnit[] Units =
    [
        new("units/industry", "市工业和信息化局"), new("units/housing", "市住房城乡建设局"), new("units/education", "市教育局"), new("units/health", "市卫生健康局"),
        new("units/commerce", "市商务局"), new("units/transport", "市交通运输局"), new("units/water", "市水务局"), new("units/farming", "市农业农村局"),
        new("units/services-data", "市政务服务和数据管理局"),
    ];

    static readonly string[] Leaders = ["陈志强", "林晓燕", "黄国栋"];

    public static Wordings Words(string language = "zh-CN") => new(CultureInfo.GetCultureInfo(language));

    public static Paper Bulletin(PlanFacts facts, string language = "zh-CN") => Paper(facts, PaperKind.Bulletin, language: language);

    public static Paper Paper(PlanFacts facts, PaperKind kind, string subject = "", string language = "zh-CN") =>
        new PaperComposer(Zone).Compose(facts, new(kind, 2, subject, 1, 1, language, new(7, new string('a', 64))));

    public static PlanFacts Quarter(int tasks = 36)
    {
        var all = Enumerable.Range(1, tasks).Select(Task).ToList();
        return new(
            Plan(tasks), Now, 1, all, [.. all.Where(t => t.Number % 8 != 0).Select(Acknowledged)], [],
            [.. all.Select(t => (Task: t, Light: LightOf(t.Number))).Where(t => t.Light is not null).Select(t => Accepted(t.Task, t.Light!.Value))]);
    }

    public static KnownPlan Plan(int tasks) => new()
    {
        Name = "plans/2024", Title = "2024 年市政府重点工作任务分解表", Year = 2024, Issuer = "市政府办公室（市府办督查室）", TaskCount = tasks, IssueTime = Now.AddMonths(-1),
    };

    public static KnownTask Task(int number) => new()
    {
        Name = $"plans/2024/tasks/{number}", Plan = "plans/2024", Number = number,
        Section = number % 9 == 0 ? "市政府一号文" : number % 4 == 0 ? "市十件民生实事" : "市《政府工作报告》",
        Target = number % 2 == 0 ? "全年完成工业投资630亿元，其中工业技改投资不少于240亿元。" : "全年新增公办中小学学位3.3万个，新建改建学校26所，让更多孩子在家门口上学。",
        DueQuarters = number % 5 == 0 ? [3, 4] : [1, 2, 3, 4],
        LeadUnits = [number <= 36 ? Units[number % Units.Length] : new($"units/more-{number % 61}", $"市第{number % 61}专项工作管理局")],
        Leaders = [new($"people/leader-{number % 3}", Leaders[number % 3], 1), new("people/secretary", "周文彬", 2)],
        Promises =
        [
            new($"plans/2024/tasks/{number}/commitments/1", true, "完成工业投资", "亿元", 630, true, true),
            new($"plans/2024/tasks/{number}/commitments/2", false, "完成工业投资", "亿元", 300, true, true),
        ],
    };

    public static AcceptedReport Accepted(KnownTask task, Light light, int revision = 1) => new()
    {
        Report = $"{task.Name}/reports/{task.LeadUnits[0].Unit[6..]}-q2", Revision = revision, Task = task.Name, Plan = task.Plan, Quarter = 2,
        Unit = task.LeadUnits[0].Unit, UnitName = task.LeadUnits[0].DisplayName, Light = light,
        Narrative = "组织召开项目推进会12场，协调解决用地、用电、审批等问题86个；新开工亿元以上项目31个，竣工投产18个。\n松山湖、滨海湾等重点平台投资保持较快增长。",
        Difficulties = light is Light.Yellow or Light.Red ? "部分项目受征地拆迁和汛期影响，开工时间比计划推迟；个别镇街配套资金尚未到位。" : "",
        NextSteps = light is Light.Yellow or Light.Red ? "7月底前完成剩余地块交付，建立周调度机制，8月底前追平计划进度。" : "继续按计划推进。",
        Author = new("industry.reporter", "陈晓明", Now.AddDays(-6)), Approver = new("industry.approver", "李建国", Now.AddDays(-5)),
        Reviewer = new("office", "王芳", Now.AddDays(-3)),
        Figures =
        [
            new AcceptedFigure { Ordinal = 1, Commitment = $"{task.Name}/commitments/2", Measure = "完成工业投资", Unit = "亿元", Period = 167.42m, YearToDate = 298.67m },
        ],
    };

    static Acknowledgement Acknowledged(KnownTask task) => new()
    {
        Task = task.Name, Unit = task.LeadUnits[0].Unit, Plan = task.Plan, Complete = true, Time = Now.AddDays(-20),
    };

    static Light? LightOf(int number) => (number % 7) switch
    {
        1 or 3 => Light.Green,
        2 => Light.Yellow,
        4 => number % 2 == 0 ? Light.Red : Light.Blue,
        _ => null,
    };
}
