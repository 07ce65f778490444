using System.Globalization;
using Grpc.Core;
using Suite.Auth.V1;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.V1;
using Task = System.Threading.Tasks.Task;

namespace Suite.Year.Tests;

/// <summary>A lead unit's people at work on one task: they acknowledge, draft, sign off, submit, and mend what comes back.</summary>
sealed class Desk(YearSuite suite, Suite.Tasks.V1.Task task, string unit)
{
    readonly ProgressService.ProgressServiceClient _reporter = new(suite.As(Role.Reporter, unit));
    readonly ProgressService.ProgressServiceClient _approver = new(suite.As(Role.Approver, unit));
    readonly ProgressService.ProgressServiceClient _office = new(suite.As(Role.Office));
    readonly IReadOnlyList<Promise> _promises = Promise.Of(task);

    /// <summary>What was done so far, by commitment; what the unit's own books say.</summary>
    readonly Dictionary<int, decimal> _yearToDate = [];

    public string Task => task.Name;

    public string Unit => unit;

    /// <summary>The quarters in which something of the task is due; all where its schedule names none. Nobody reports on the others.</summary>
    public IReadOnlyList<int> Quarters { get; } = task.Schedule.SelectMany(i => i.Quarters).Distinct().Order().ToList() is { Count: > 0 } some ? some : [1, 2, 3, 4];

    public Temper Temper(int quarter) => Year.Tests.Temper.Of(task.Name, unit, quarter);

    public async Task AcknowledgeAsync() => await new TaskService.TaskServiceClient(suite.As(Role.Reporter, unit)).AcknowledgeTaskAsync(new() { Name = task.Name });

    /// <summary>From an empty draft to the office's desk.</summary>
    public async Task SubmitAsync(int quarter)
    {
        var report = new ProgressReport
        {
            Quarter = quarter, Narrative = $"第{quarter}季度：按计划推进。", NextSteps = "按计划继续推进。", Figures = { Figures(quarter) },
        };
        await SendAsync(await CreateAsync(report));
    }

    /// <summary>The office returns the report; the unit says more and sends it again.</summary>
    public async Task ReturnAndMendAsync(int quarter)
    {
        var name = NameOf(quarter);
        await _office.ReturnProgressReportAsync(new() { Name = name, Comment = "请补充具体措施。" });
        await SendAsync(await _reporter.UpdateProgressReportAsync(new()
        {
            Report = new() { Name = name, Difficulties = "用地报批较慢，已提请协调。" }, UpdateMask = new() { Paths = { "difficulties" } },
        }));
    }

    public async Task<ProgressReport> AcceptAsync(int quarter) => await _office.AcceptProgressReportAsync(new() { Name = NameOf(quarter), Comment = "情况属实。" });

    string NameOf(int quarter) => $"{task.Name}/reports/{unit}-q{quarter}";

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
        foreach (var promise in _promises.Where(p => p.Quarters.Contains(quarter)))
        {
            var amount = Math.Round(promise.Value * achieved / (promise.AddsUp ? promise.Quarters.Count : 1), 2);
            _yearToDate[promise.Ordinal] = promise.AddsUp ? _yearToDate.GetValueOrDefault(promise.Ordinal) + amount : amount;
            yield return new() { Commitment = $"{task.Name}/commitments/{promise.Ordinal}", PeriodValue = Text(amount) };
        }
    }

    static int Ordinal(Figure figure) => int.Parse(figure.Commitment[(figure.Commitment.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture);

    static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
