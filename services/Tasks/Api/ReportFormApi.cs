using Grpc.Core;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;
using Suite.Tasks.V1;
using AssignmentRole = Suite.Tasks.Assignments.AssignmentRole;

namespace Suite.Tasks.Api;

sealed class ReportFormApi(TaskQuery tasks, FigureBook figures, SameFigures same) : ReportFormService.ReportFormServiceBase
{
    public override async Task<ReportForm> GetReportForm(GetReportFormRequest request, ServerCallContext context)
    {
        var name = ResourceNames.ReadReport(request.Name);
        var task = (await tasks.GetAsync(name.Task, Sight.Issued, context.CancellationToken)).Content;
        var kind = TaskPeriods.Of(task);
        var periods = ReportPeriod.OfYear(kind).ToList();
        if (name.Period.Kind != kind) throw Problems.InvalidField("name", $"must end in one of {string.Join(", ", periods)}: the schedule of task {name.Task.Number} is divided so.");
        var role = await figures.RoleAsync(name, context.CancellationToken);
        var due = role == AssignmentRole.Lead ? DueFigures.Of(task, name.Period).Select(c => c.Ordinal).ToHashSet() : [];
        var before = await figures.BeforeAsync(name, role, task, context.CancellationToken);
        var found = (await same.FindAsync(name, task, sent: false, context.CancellationToken)).ToLookup(s => s.Mine.Ordinal);
        return new()
        {
            Name = name.ToString(), Periods = { periods.Select(p => p.ToString()) }, Workstreams = { task.Workstreams() },
            Figures = { task.Commitments().Select(c => ToMessage(c, name.Task, due.Contains(c.Ordinal), before(c), found[c.Ordinal])) },
        };
    }

    static FormFigure ToMessage(TaskCommitment promised, TaskName task, bool due, decimal? before, IEnumerable<SameFigure> found) => new()
    {
        Commitment = task.Commitment(promised.Ordinal), Measure = promised.Commitment.Measure, Unit = promised.Commitment.Unit ?? "",
        Workstream = promised.Item?.Workstream ?? "", Verbatim = promised.Commitment.Verbatim, Due = due,
        YearToDateBefore = before is { } value ? TaskMessages.Text(value) : "", Suggestions = { found.Select(ToMessage) },
    };

    static FigureSuggestion ToMessage(SameFigure same) => new()
    {
        Report = same.Source.ToString(), Revision = same.Revision, State = (V1.ProgressState)same.State,
        Commitment = same.Source.Task.Commitment(same.Other.Ordinal), Measure = same.Other.Commitment.Measure,
        PeriodValue = TaskMessages.Text(same.Figure.PeriodValue), YearToDateValue = TaskMessages.Text(same.Figure.YearToDateValue),
        Why = (FigureSuggestion.Types.Why)same.Why,
    };
}
