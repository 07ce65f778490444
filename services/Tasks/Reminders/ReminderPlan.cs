using Suite.Tasks.Calendar;
using Suite.Tasks.Naming;
using Suite.Tasks.Notifications;
using Suite.Tasks.Obligations;
using Suite.Tasks.Rules;

namespace Suite.Tasks.Reminders;

/// <summary>
/// Decides what is sent on a day: for everything still owed the last stage reached, to those it goes to, unless they have had it. After
/// days on which nothing could be sent, the stages in between are passed over: nobody gets them all at once.
/// </summary>
/// <param name="leaders">Identifiers of the leaders responsible for a task.</param>
/// <param name="done">True for an obligation, stage and addressee that were dealt with before.</param>
public sealed class ReminderPlan(
    WorkingCalendar calendar, InForce<ReminderRule> rule, Func<TaskName, IReadOnlyList<string>> leaders, Func<ObligationKey, int, string, bool> done)
{
    /// <summary>A clock that stood still for longer after the last stage sends it no more: the report is missed, and the lists say so.</summary>
    const int DaysAfterLastStage = 30;

    /// <summary>The desk of the plan's office: the city's, or the approvers of the unit whose own plan it is.</summary>
    public string Office { get; init; } = Addressees.Office;

    /// <summary>What is still owed and lies between the first stage and some time after the last: of all else nothing can be sent.</summary>
    public static IReadOnlyList<Obligation> Reached(WorkingCalendar calendar, InForce<ReminderRule> rule, DateOnly today, IEnumerable<Obligation> owed)
    {
        var (law, stages) = (new ReminderPlan(calendar, rule, _ => [], (_, _, _) => false), rule.Rule.Stages);
        var on = new Dictionary<DateOnly, bool>();
        return [.. owed.Where(o => o.IsOpen && Lies(o.DueOn))];

        bool Lies(DateOnly due) => on.TryGetValue(due, out var known)
            ? known
            : on[due] = law.DayOf(due, stages[0]) <= today && today <= law.DayOf(due, stages[^1]).AddDays(DaysAfterLastStage);
    }

    public IEnumerable<DueReminder> On(DateOnly today, IEnumerable<Obligation> owed) => owed.Where(o => o.IsOpen).SelectMany(o => Of(today, o));

    /// <summary>The day on which a stage is reached. Warnings move to the working day before, chasers to the one after.</summary>
    public DateOnly DayOf(DateOnly due, ReminderStage stage)
    {
        var day = due.AddDays(stage.Days);
        return !rule.Rule.WorkingDaysOnly ? day : stage.Days < 0 ? calendar.OnOrBefore(day) : calendar.OnOrAfter(day);
    }

    IEnumerable<DueReminder> Of(DateOnly today, Obligation owed)
    {
        var reached = rule.Rule.Stages.Where(s => DayOf(owed.DueOn, s) <= today).ToList();
        if (reached.Count == 0) yield break;
        var now = reached[^1];
        foreach (var addressee in now.To.SelectMany(to => Addressees.Of(to, owed.Key.UnitId, leaders(owed.Key.Task), Office)).Distinct())
        {
            if (done(owed.Key, now.Days, addressee)) continue;
            var missed = reached.SkipLast(1).Where(s => Goes(s, addressee, owed) && !done(owed.Key, s.Days, addressee)).Select(s => s.Days);
            yield return new(owed, addressee, now.Days, [.. missed], rule.Version);
        }
    }

    bool Goes(ReminderStage stage, string addressee, Obligation owed) =>
        stage.To.Any(to => Addressees.Of(to, owed.Key.UnitId, leaders(owed.Key.Task), Office).Contains(addressee));
}
