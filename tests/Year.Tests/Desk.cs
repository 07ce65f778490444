using System.Globalization;
using Grpc.Core;
using Suite.Auth.V1;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.V1;
using Task = System.Threading.Tasks.Task;

namespace Suite.Year.Tests;

/// <summary>A unit's people at work on one task: they acknowledge, draft, sign off, submit, and mend what comes back.</summary>
/// <param name="part">Null for a unit that leads.</param>
sealed class Desk(YearSuite suite, Suite.Tasks.V1.Task task, string unit, Part? part = null, Desk? predecessor = null)
{
    readonly ProgressService.ProgressServiceClient _reporter = new(suite.As(Role.Reporter, unit));
    readonly ProgressService.ProgressServiceClient _approver = new(suite.As(Role.Approver, unit));
    readonly ProgressService.ProgressServiceClient _reviewer = new(part is null ? suite.As(Role.Office) : suite.As(Role.Approver, part.Lead));
    readonly IReadOnlyList<Promise> _promises = Promise.Of(task);

    /// <summary>What was done so far, by commitment; what the unit's own books say.</summary>
    readonly Dictionary<int, decimal> _yearToDate = predecessor is null ? [] : new(predecessor._yearToDate);

    public string Task => task.Name;

    public string Unit => unit;

    public Part? Part => part;

    public string Target => task.Target;

    public IReadOnlyList<Promise> Promises => _promises;

    /// <summary>The first leader responsible; empty where none is known.</summary>
    public string Leader => task.Leaders.Select(l => l.Person).FirstOrDefault(p => p.Length > 0)?["people/".Length..] ?? "";

    /// <summary>Another unit takes the part over after the second quarter, and goes on from this one's books.</summary>
    public Desk Successor(string to)
    {
        Answers = quarter => quarter <= 2;
        return new(suite, task, to, part! with { Unit = to }, this) { Answers = quarter => quarter > 2 };
    }

    /// <summary>The quarters that this unit answers for: another has taken over, or had it before.</summary>
    public Func<int, bool> Answers { get; set; } = _ => true;

    /// <summary>The quarters in which something of the task is due; all where its schedule names none. Nobody reports on the others.</summary>
    public IReadOnlyList<int> Quarters { get; } = task.Schedule.SelectMany(i => i.Quarters).Distinct().Order().ToList() is { Count: > 0 } some ? some : [1, 2, 3, 4];

    public Temper Temper(int quarter) => part is { Active: false } ? new(Habit.Silent, 0, 1) : Year.Tests.Temper.Of(task.Name, unit, quarter);

    public string NameOf(int quarter) => $"{task.Name}/reports/{unit}-q{quarter}";

    public async Task AcknowledgeAsync() => await new TaskService.TaskServiceClient(suite.As(Role.Reporter, unit)).AcknowledgeTaskAsync(new() { Name = task.Name });

    /// <summary>From an empty draft to the office's desk.</summary>
    public async Task SubmitAsync(int quarter)
    {
        var report = new ProgressReport
        {
            Quarter = quarter, Narrative = $"第{quarter}季度：按计划推进。", NextSteps = "按计划继续推进。", Figures = { Figures(quarter) },
        };
        await SendAsync(await WithContributionsAsync(await CreateAsync(report), quarter));
    }

    /// <summary>Reports of other units whose words the report takes over, by quarter.</summary>
    public ILookup<int, string> TakesOver { get; set; } = Enumerable.Empty<int>().ToLookup(q => q, _ => "");

    async Task<ProgressReport> WithContributionsAsync(ProgressReport draft, int quarter)
    {
        var contributions = new ContributionService.ContributionServiceClient(suite.As(Role.Reporter, unit));
        foreach (var contribution in TakesOver[quarter])
            draft = await contributions.TakeOverContributionAsync(new() { Name = draft.Name, Contribution = contribution, Etag = draft.Etag, Fields = { "narrative" } });
        return draft;
    }

    /// <summary>The office returns the report; the unit says more and sends it again.</summary>
    public async Task ReturnAndMendAsync(int quarter)
    {
        var name = NameOf(quarter);
        await _reviewer.ReturnProgressReportAsync(new() { Name = name, Comment = "请补充具体措施。" });
        await SendAsync(await _reporter.UpdateProgressReportAsync(new()
        {
            Report = new() { Name = name, Difficulties = "用地报批较慢，已提请协调。" }, UpdateMask = new() { Paths = { "difficulties" } },
        }));
    }

    public async Task<ProgressReport> AcceptAsync(int quarter) => await _reviewer.AcceptProgressReportAsync(new() { Name = NameOf(quarter), Comment = "情况属实。" });

    async Task SendAsync(ProgressReport draft)
    {
        var approved = await _approver.ApproveProgressReportAsync(new() { Name = draft.Name, Etag = draft.Etag });
        await _reporter.SubmitProgressReportAsync(new() { Name = draft.Name, Etag = approved.Etag });
    }

    /// <summary>Only the quarter's amounts are entered; where no year to date is known to go on from, the service names the figure and the unit's own books help.</summary>
    async Task<ProgressReport> CreateAsync(ProgressReport report)
    {
        while (true)
            try
            {
                return await _reporter.CreateProgressReportAsync(new() { Parent = task.Name, Report = report });
            }
            catch (RpcException refused) when (Incomplete(refused, report) is { } figure)
            {
                figure.YearToDateValue = Text(_yearToDate[Ordinal(figure)]);
            }
    }

    static Figure? Incomplete(RpcException refused, ProgressReport report) =>
        RpcProblem.FromRpc(refused) is { Reason: Reason.InvalidField, Violations: [var violation] }
            ? report.Figures.Where((f, index) => violation.Field == $"report.figures[{index}]" && f.YearToDateValue.Length == 0).SingleOrDefault()
            : null;

    IEnumerable<Figure> Figures(int quarter)
    {
        var achieved = Temper(quarter).Achieved;
        // Who helps speaks to one commitment, with a tenth of it.
        var (share, most) = part is null ? (1m, int.MaxValue) : (0.1m, 1);
        foreach (var promise in _promises.Where(p => p.Quarters.Contains(quarter)).Take(most))
        {
            var amount = Math.Round(promise.Value * achieved * share / (promise.AddsUp ? promise.Quarters.Count : 1), 2);
            _yearToDate[promise.Ordinal] = promise.AddsUp ? _yearToDate.GetValueOrDefault(promise.Ordinal) + amount : amount;
            yield return new() { Commitment = $"{task.Name}/commitments/{promise.Ordinal}", PeriodValue = Text(amount) };
        }
    }

    static int Ordinal(Figure figure) => int.Parse(figure.Commitment[(figure.Commitment.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture);

    static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
