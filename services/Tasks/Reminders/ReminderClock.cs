using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Suite.Tasks.Calendar;
using Suite.Tasks.Notifications;
using Suite.Tasks.Obligations;
using Suite.Tasks.Plans;
using Suite.Tasks.Rules;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Reminders;

/// <summary>
/// What the clock does when it is asked: once a day, in the hours in which something may be sent, every addressee gets one notification
/// with all that is due for them. A few addressees are one transaction; killed in between, the next turn goes on with those who have none.
/// </summary>
public sealed class ReminderClock(TasksDbContext db, RuleBook rules, CalendarBook calendars, ObligationBook obligations, NotificationDesk desk, CityTime time)
{
    /// <summary>As the audit names it.</summary>
    const string Actor = "clock";

    /// <summary>Who has waited longer than this for a plan's reports waits for the office, not for the clock.</summary>
    const int YearsBack = 1;

    /// <summary>A city has some hundred desks, and a commit costs more than a row.</summary>
    const int AddresseesAtOnce = 20;

    /// <returns>How many notifications were made.</returns>
    public async Task<int> TickAsync(CancellationToken cancellation)
    {
        var (now, today) = (time.Now, time.Today);
        var rule = (await rules.RemindersAsync(cancellation)).On(today);
        var calendar = await calendars.CalendarAsync(cancellation);
        if (!rule.Rule.MaySendAt(time.HourOf(now)) || (rule.Rule.WorkingDaysOnly && !calendar.IsWorked(today))) return 0;
        if (await db.ReminderDays.AsNoTracking().AnyAsync(d => d.Day == today, cancellation)) return 0;
        var due = new List<DueReminder>();
        foreach (var plan in await PlansAsync(today, cancellation)) due.AddRange(await DueAsync(plan, rule, calendar, today, cancellation));
        var made = 0;
        foreach (var digests in due.GroupBy(d => d.Addressee).OrderBy(g => g.Key, StringComparer.Ordinal).Chunk(AddresseesAtOnce))
            made += await SendAsync(digests, today, now, cancellation);
        db.ReminderDays.Add(new() { Day = today, DoneAt = now, Notifications = due.Select(d => d.Addressee).Distinct().Count() });
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        return made;
    }

    async Task<IReadOnlyList<Plan>> PlansAsync(DateOnly today, CancellationToken cancellation) => await db.Plans.AsNoTracking()
        .Where(p => p.State == PlanState.Issued && p.Year >= today.Year - YearsBack).OrderBy(p => p.Id).ToListAsync(cancellation);

    async Task<IReadOnlyList<DueReminder>> DueAsync(
        Plan plan, InForce<ReminderRule> rule, WorkingCalendar calendar, DateOnly today, CancellationToken cancellation)
    {
        var owed = ReminderPlan.Reached(calendar, rule, today, await obligations.OfPlanAsync(plan, null, cancellation));
        if (owed.Count == 0) return [];
        var leaders = await db.Tasks.AsNoTracking().Where(t => t.PlanId == plan.Id).Select(t => new { t.Number, t.LeaderIds })
            .ToDictionaryAsync(t => t.Number, t => t.LeaderIds, cancellation);
        var keys = owed.Select(o => o.Key.ToString()).ToArray();
        var done = (await db.Reminders.AsNoTracking().Where(r => keys.Contains(r.Obligation)).Select(r => new { r.Obligation, r.Days, r.Addressee }).ToListAsync(cancellation))
            .Select(r => (r.Obligation, r.Days, r.Addressee)).ToHashSet();
        var law = new ReminderPlan(calendar, rule, t => leaders.GetValueOrDefault(t.Number, []), (key, days, to) => done.Contains((key.ToString(), days, to)))
        {
            Office = plan.JurisdictionId is { } unit ? Addressees.Approvers(unit) : Addressees.Office,
        };
        return [.. law.On(today, owed)];
    }

    /// <summary>Reminders, their notifications and what goes to webhooks, for a few addressees: all of it or nothing.</summary>
    async Task<int> SendAsync(IReadOnlyCollection<IGrouping<string, DueReminder>> digests, DateOnly today, DateTimeOffset now, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var told = await desk.TellAsync([.. digests.Select(d => TidingsOf(d.Key, [.. d], today))], cancellation);
        var due = digests.ToDictionary(d => d.Key);
        foreach (var digest in told)
        {
            foreach (var one in due[digest.Addressee])
            {
                db.Reminders.Add(Reminder.Of(one, one.Days, digest.Id, now));
                db.Reminders.AddRange(one.PassedOver.Select(days => Reminder.Of(one, days, null, now)));
            }

            db.Audit(new(now, Actor, "SendReminders", digest.Name, JsonSerializer.Serialize(new { addressee = digest.Addressee, reminders = digest.ItemCount })));
        }

        await db.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
        return told.Count;
    }

    static Tidings TidingsOf(string addressee, IReadOnlyList<DueReminder> due, DateOnly today) =>
        new(addressee, NotificationKind.ReminderDigest, $"digest:{CityTime.Text(today)}:{addressee}", DigestText.Of(due, today), due.Count);
}

/// <summary>A day on which everybody who was to be reminded has been.</summary>
public sealed class ReminderDay
{
    public DateOnly Day { get; init; }

    public DateTimeOffset DoneAt { get; init; }

    public int Notifications { get; init; }
}
