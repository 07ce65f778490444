using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Assignments;
using Suite.Tasks.Calendar;
using Suite.Tasks.Lights;
using Suite.Tasks.Naming;
using Suite.Tasks.Obligations;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;
using Suite.Tasks.Rules;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Scores;

/// <summary>What scores are asked for.</summary>
/// <param name="Quarter">1 to 4; 0 for the year.</param>
/// <param name="AsOf">Only what had happened by then counts.</param>
public sealed record ScoreQuestion(Plan Plan, ScoreSubject Subject, int Quarter, DateTimeOffset AsOf);

/// <summary>Computes scores from history; nothing is stored, so the same question has the same answer.</summary>
public sealed class ScoreBook(TasksDbContext db, RuleBook rules, ObligationBook obligations, CityTime time)
{
    static readonly int[] Year = [1, 2, 3, 4];

    /// <summary>
    /// Of every unit that leads, or every leader responsible, the highest first; of equals by identifier. Units that only support or are members
    /// come in where the rules of a quarter asked for count contributions.
    /// </summary>
    /// <exception cref="ProblemException">PLAN_NOT_ISSUED.</exception>
    public async Task<IReadOnlyList<Score>> ScoresAsync(ScoreQuestion question, CancellationToken cancellation)
    {
        var plan = question.Plan;
        if (plan.State != PlanState.Issued) throw Problems.Because(Errors.V1.Reason.PlanNotIssued, $"Plan '{ResourceNames.Plan(plan.Id)}' is a draft; nobody has points in it.");
        var law = await rules.ScoresAsync(cancellation);
        var quarters = question.Quarter == 0 ? Year : [question.Quarter];
        var contributions = question.Subject == ScoreSubject.Unit && quarters.Any(q => law.On(LastDay(plan.Year, q)).Rule.CountsContributions);
        var history = await HistoryAsync(plan, contributions, question.AsOf, cancellation);
        var start = law.On(LastDay(plan.Year, quarters[^1]));
        return [.. Subjects(question.Subject, history).Select(subject => new Score(subject.Id, subject.Name, start.Rule.Start, start.Version,
            [.. quarters.SelectMany(q => Lines(law.On(LastDay(plan.Year, q)), q, history, subject, question.AsOf))]))
            .OrderByDescending(s => s.Points).ThenBy(s => s.SubjectId, StringComparer.Ordinal)];
    }

    IEnumerable<ScoreLine> Lines(InForce<ScoreRule> rule, int quarter, PlanHistory history, Subject subject, DateTimeOffset asOf)
    {
        var law = new ScoreLaw(rule, time.DayOf, time.DayOf(asOf));
        var owed = history.Owed.Where(o => o.Key.Period?.Quarter == quarter && subject.Counts(o.Key) && (o.Role == AssignmentRole.Lead || rule.Rule.CountsContributions)).GroupBy(o => o.Key.Report)
            .OrderBy(g => g.Key.Period.Code).ThenBy(g => g.Key.Task.Number).ThenBy(g => g.Key.Unit, StringComparer.Ordinal);
        var gaps = history.Accepted.Where(a => a.Name.Period.Quarter == quarter && a.Name.Period.QuartersEnding.Any() && subject.Counts(new(ObligationKind.Report, a.Name.Task, a.Name.Unit, a.Name.Period, 0)))
            .SelectMany(a => Gaps.Of(quarter, history.Tasks[a.Name.Task.Number], a.Figures).Select(g => (a.Name, g)));
        return owed.SelectMany(o => law.OfReport([.. o])).Concat(law.OfFigures(gaps));
    }

    static IEnumerable<Subject> Subjects(ScoreSubject kind, PlanHistory history) => kind == ScoreSubject.Unit
        ? history.Owed.GroupBy(o => o.Key.UnitId).Select(g => new Subject(g.Key, g.First().UnitName, key => key.UnitId == g.Key))
        : history.Tasks.SelectMany(t => t.Value.Leaders.Where(l => l.Id is not null).Select(l => (Task: t.Key, Leader: l))).GroupBy(l => l.Leader.Id!)
            .Select(g => (g.Key, g.First().Leader.DisplayName, Tasks: g.Select(l => l.Task).ToHashSet()))
            .Select(g => new Subject(g.Key, g.DisplayName, key => g.Tasks.Contains(key.Task.Number)));

    async Task<PlanHistory> HistoryAsync(Plan plan, bool contributions, DateTimeOffset asOf, CancellationToken cancellation)
    {
        var owed = (await obligations.ScoredAsync(plan, asOf, cancellation)).Where(o => o.Key.Period is not null && (contributions || o.Role == AssignmentRole.Lead)).ToList();
        var tasks = await db.Tasks.AsNoTracking().Where(t => t.PlanId == plan.Id).ToDictionaryAsync(t => t.Number, t => t.Content, cancellation);
        var past = await db.PastTasks.AsNoTracking().Where(t => t.PlanId == plan.Id && t.ReplacedAt > asOf).OrderByDescending(t => t.ReplacedAt).ToListAsync(cancellation);
        // The latest first: the wording that was replaced first after that time is the one that was in force at it.
        foreach (var wording in past) tasks[wording.TaskNumber] = wording.Content;
        var reports = await db.Reports.AsNoTracking().AsSplitQuery()
            .Where(r => r.PlanId == plan.Id && r.Role == AssignmentRole.Lead && r.Steps.Any(s => s.Kind == ProgressState.Accepted && s.Time <= asOf)).ToListAsync(cancellation);
        return new(owed, tasks, [.. reports.Select(r => Accepted(r, asOf))]);
    }

    static AcceptedReport Accepted(ProgressReport report, DateTimeOffset asOf)
    {
        var revision = report.Steps.Where(s => s.Kind == ProgressState.Accepted && s.Time <= asOf).MaxBy(s => s.Ordinal)!.Revision;
        return new(report.Name, report.Revisions.Single(r => r.Number == revision).Content.Figures);
    }

    static DateOnly LastDay(int year, int quarter) => new DateOnly(year, quarter * 3, 1).AddMonths(1).AddDays(-1);

    sealed record Subject(string Id, string Name, Func<ObligationKey, bool> Counts);

    sealed record AcceptedReport(ReportName Name, IReadOnlyList<ReportedFigure> Figures);

    sealed record PlanHistory(IReadOnlyList<Obligation> Owed, IReadOnlyDictionary<int, TaskContent> Tasks, IReadOnlyList<AcceptedReport> Accepted);
}
