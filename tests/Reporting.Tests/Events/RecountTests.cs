using System.Globalization;
using Shouldly;
using Suite.Contracts.Events.V1;
using Suite.Reporting.V1;

namespace Suite.Reporting.Tests.Events;

/// <summary>Every number of a bulletin, counted again from the events alone, by code that shares nothing with the service.</summary>
public sealed class RecountTests(ReportingService service)
{
    const int Tasks = 36;

    static readonly string[] Sections = ["政府工作报告", "十件民生实事", "一号文"];
    static readonly string[] Lights = ["GREEN", "GREEN", "YELLOW", "RED", "BLUE"];
    static readonly UnitFact[] Units = [.. Enumerable.Range(1, 7).Select(n => new UnitFact($"units/u{n}", $"第{n}局"))];
    static readonly LeaderFact[] Leaders = [.. Enumerable.Range(1, 3).Select(n => new LeaderFact($"people/p{n}", $"领导{n}", 1))];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Bulletin_OfARandomQuarter_SaysWhatTheEventsSay(int seed)
    {
        var story = new Story(new(service.NewPlan()), new(seed));
        await Task.WhenAll(story.Events.Select(e => service.Events.SendAsync(e)));

        var report = await service.Client().CreateReportAsync(new() { Report = new() { Kind = ReportKind.Bulletin, Plan = story.Told.Plan, Quarter = 1 } });
        var figures = (await service.Client().ListFiguresAsync(new() { Parent = report.Name, PageSize = 1000 })).Figures;

        figures.Count.ShouldBe(report.FigureCount);
        foreach (var figure in figures) (figure.Label, figure.Formula, figure.Value).ShouldBe((figure.Label, figure.Formula, story.Recount(figure)));
    }

    /// <summary>What happened, made up at random, and what follows from it.</summary>
    sealed class Story
    {
        readonly List<TaskIssued> _tasks = [];
        readonly List<TaskAcknowledged> _acknowledged = [];
        readonly List<(string Task, string Unit, int Returned, string? Light, decimal Value, int Order)> _reports = [];

        public Story(Told told, Random random)
        {
            Told = told;
            Events.Add(told.Issued(Tasks));
            for (var number = 1; number <= Tasks; number++)
            {
                var leads = random.Next(5) == 0 ? Units.OrderBy(_ => random.Next()).Take(2).ToArray() : [Units[random.Next(Units.Length)]];
                var task = told.Issued(number, Sections[random.Next(3)], leads[0], random.Next(4) == 0 ? [2, 3] : [1, 2, 3, 4]) with { LeadUnits = leads, Leaders = [Leaders[random.Next(3)]] };
                _tasks.Add(task);
                Events.Add(task);
                foreach (var unit in leads) Report(task, unit, random);
            }
        }

        public Told Told { get; }

        public List<object> Events { get; } = [];

        public string Recount(ReportFigure figure)
        {
            var formula = figure.Formula;
            if (formula == "reported") return Number(_reports.Single(r => r.Light is not null && Number(r.Value) == figure.Value).Value);
            if (formula == "year to date / annual target") return _reports.Where(r => r.Light is not null).Select(r => Percent(r.Value, 630)).First(v => v == figure.Value);
            var inner = formula[(formula.IndexOf('(') + 1)..^1];
            if (formula.StartsWith("share(unit = ", StringComparison.Ordinal)) return Share(inner[7..inner.IndexOf(',')]);
            return Count(inner).ToString(CultureInfo.InvariantCulture);
        }

        void Report(TaskIssued task, UnitFact unit, Random random)
        {
            if (random.Next(3) > 0)
            {
                _acknowledged.Add(Told.Acknowledged(task.Number, unit) with { Complete = false });
                Events.Add(_acknowledged[^1]);
            }

            if (random.Next(4) == 0) return;
            var returned = random.Next(3);
            for (var revision = 1; revision <= returned; revision++) Events.AddRange([Told.Submitted(task.Number, unit, revision), Told.Returned(task.Number, unit, revision)]);
            string? light = null;
            var (order, value) = (1000 + Events.Count, 0m);
            if (random.Next(4) > 0)
            {
                (light, value) = (Lights[random.Next(Lights.Length)], order + (random.Next(100) / 100m));
                var accepted = Told.Accepted(task.Number, unit, light, value, returned + 1);
                Events.AddRange([Told.Submitted(task.Number, unit, returned + 1), accepted with { Reviewer = accepted.Reviewer with { Time = Told.Spring.AddSeconds(order) } }]);
            }
            else if (random.Next(2) == 0) Events.Add(Told.Submitted(task.Number, unit, returned + 1));
            else if (returned == 0) return;
            else light = "OPEN?";

            _reports.Add((task.Task, unit.Unit, returned, light == "OPEN?" ? null : light, value, light == "OPEN?" ? -1 : order));
        }

        int Count(string what)
        {
            var parts = what.Split(", ");
            if (parts is ["lead units", "report missing"]) return Gaps().Select(g => g.Unit).Distinct().Count();
            if (parts is ["report missing"]) return Gaps().Select(g => g.Task).Distinct().Count();
            if (what == "unit commended") return Ranked().Count(u => Unit(u, "accepted") == Unit(u, "due") && Unit(u, "returned") + Unit(u, "light = RED") + Unit(u, "light = YELLOW") == 0);
            if (what == "unit named") return Ranked().Count(u => Work(u).CompareTo(Ranked().Min(Work)) > 0 && (Unit(u, "light = RED") > 0 || Unit(u, "accepted") * 2 <= Unit(u, "due")));
            if (parts is [var part, "accepted reports not told"])
                return _reports.Count(r => r.Light is not null && _tasks.Any(t => t.Task == r.Task && $"section = {t.Section}" == part)) - 8;
            if (parts is [var scoped, var tally] && scoped.Split(" = ") is [var scope, var name])
                return scope == "unit" ? Unit(Units.Single(u => u.DisplayName == name).Unit, tally)
                    : Tally(_tasks.Where(t => scope == "section" ? t.Section == name : t.Leaders.Any(l => l.DisplayName == name)), tally);
            return Tally(_tasks, what);
        }

        int Tally(IEnumerable<TaskIssued> tasks, string tally) => tasks.Count(t => tally switch
        {
            "tasks" => true,
            "acknowledged" => t.LeadUnits.All(u => _acknowledged.Any(a => a.Task == t.Task && a.Unit.Unit == u.Unit)),
            "due" => t.DueQuarters.Contains(1),
            "reported" => t.DueQuarters.Contains(1) && t.LeadUnits.All(u => _reports.Any(r => r.Task == t.Task && r.Unit == u.Unit && r.Order >= 0)),
            "accepted" => t.DueQuarters.Contains(1) && t.LeadUnits.All(u => _reports.Any(r => r.Task == t.Task && r.Unit == u.Unit && r.Light is not null)),
            "light = none" => LightOf(t) is null,
            _ => $"light = {LightOf(t)}" == tally,
        });

        /// <summary>Of the report accepted last.</summary>
        string? LightOf(TaskIssued task) => _reports.Where(r => r.Task == task.Task && r.Light is not null).OrderBy(r => r.Order).LastOrDefault().Light;

        int Unit(string unit, string what)
        {
            var due = _tasks.Where(t => t.DueQuarters.Contains(1) && t.LeadUnits.Any(u => u.Unit == unit)).Select(t => t.Task).ToHashSet();
            var reports = _reports.Where(r => r.Unit == unit && due.Contains(r.Task)).ToList();
            return what switch
            {
                "due" => due.Count,
                "accepted" => reports.Count(r => r.Light is not null),
                "returned" => reports.Sum(r => r.Returned),
                "report missing" => Gaps().Count(g => g.Unit == unit),
                _ => reports.Count(r => $"light = {r.Light}" == what),
            };
        }

        IEnumerable<(string Task, string Unit)> Gaps() => _tasks.Where(t => t.DueQuarters.Contains(1)).SelectMany(t => t.LeadUnits.Select(u => (t.Task, u.Unit)))
            .Where(g => !_reports.Any(r => r.Task == g.Task && r.Unit == g.Unit && r.Light is not null));

        IEnumerable<string> Ranked() => Units.Select(u => u.Unit).Where(u => Unit(u, "due") > 0);

        /// <summary>Less is better: no points are known here.</summary>
        (decimal, int, int, int) Work(string unit) => (
            -Math.Round(100m * Unit(unit, "accepted") / Unit(unit, "due"), 1, MidpointRounding.AwayFromZero), Unit(unit, "light = RED"), Unit(unit, "light = YELLOW"), Unit(unit, "returned"));

        string Share(string name)
        {
            var unit = Units.Single(u => u.DisplayName == name).Unit;
            return Percent(Unit(unit, "accepted"), Unit(unit, "due"));
        }

        static string Percent(decimal part, decimal whole) => Number(Math.Round(100 * part / whole, 1, MidpointRounding.AwayFromZero));

        static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
    }
}
