using System.Globalization;
using Suite.Tasks.Assignments;
using Suite.Tasks.Notifications;
using Suite.Tasks.Notifications.Wording;
using Suite.Tasks.Obligations;

namespace Suite.Tasks.Reminders;

/// <summary>Words a day's reminders for one addressee: what is most urgent first.</summary>
static class DigestText
{
    const int Named = 30;

    public static NotificationText Of(IReadOnlyList<DueReminder> due, DateOnly today)
    {
        var lines = due.OrderBy(d => d.Owed.DueOn).ThenBy(d => d.Owed.Key.Task.Number).ThenBy(d => d.Owed.Key.UnitId, StringComparer.Ordinal)
            .Take(Named).Select(d => Line(d.Owed, today)).ToList();
        if (due.Count > Named) lines.Add(Sentences.Say("More", due.Count - Named));
        var overdue = due.Count(d => d.Owed.DueOn < today);
        return new(overdue > 0 ? Sentences.Say("TitleOverdue", due.Count, overdue) : Sentences.Say("Title", due.Count), string.Join('\n', lines));
    }

    static string Line(Obligation owed, DateOnly today) => Sentences.Say(
        "Line", owed.UnitName, owed.Key.Task.Number, What(owed), owed.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        owed.DueOn.DayNumber - today.DayNumber is var days && days > 0 ? Say("DaysLeft", days) : days == 0 ? Say("Today", 0) : Say("DaysLate", -days));

    static SentencePart What(Obligation owed) => owed.Key.Period is { } period
        ? new($"{owed.Key.Kind}{(owed is { Role: AssignmentRole.Support, Key.Kind: ObligationKind.Resubmit } ? "Contribution" : "")}{period.Kind}", period.Number)
        : new($"{owed.Key.Kind}", 0);

    static SentencePart Say(string key, int number) => new(key, number);
}
