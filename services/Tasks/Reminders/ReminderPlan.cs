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
    /// <summary>The desk of the plan's office: the city's, or the approvers of the unit whose own plan it is.</summary>
    public string Office { get; init; } = Addressees.Office;

    /// <summary>What is still owed and has come to the first stage: of all else nothing can be due.</summary>
    public static IReadOnlyList<Obligation> Reached(WorkingCalendar calendar, InForce<ReminderRule> rule, DateOnly today, IEnumerable<Obligation> owed)
    {
        var law = new ReminderPlan(calendar, rule, _ => [], (_, _, _) => false);
        return [.. owed.Where(o => o.IsOpen && law.DayOf(o.DueOn, rule.Rule.Stages[0]) <= today)];
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
