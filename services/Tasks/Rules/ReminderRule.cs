using System.Globalization;
using Suite.ServiceDefaults.Errors;

namespace Suite.Tasks.Rules;

/// <summary>To whom a stage of reminding goes, going up.</summary>
public enum Recipient
{
    Reporter = 1,
    Approver = 2,
    Office = 3,
    Leader = 4,
}

/// <summary>One stage of reminding.</summary>
/// <param name="Days">Calendar days from the due date: negative before it, 0 on it, positive after it.</param>
public sealed record ReminderStage(int Days, IReadOnlyList<Recipient> To);

/// <summary>Who is reminded when, and at what hours anything is sent at all.</summary>
/// <param name="Stages">In order of their days.</param>
/// <param name="SendFrom">The city's hour from which …</param>
/// <param name="SendUntil">… up to which reminders are sent; the rest of the day is quiet.</param>
/// <param name="WorkingDaysOnly">
/// True: a reminder that falls on a day off goes on the working day before it where it warns, on the one after it where it chases.
/// </param>
public sealed record ReminderRule(IReadOnlyList<ReminderStage> Stages, TimeOnly SendFrom, TimeOnly SendUntil, bool WorkingDaysOnly) : IRule
{
    const int MostStages = 20;
    const int MostDays = 90;

    /// <summary>The built-in first version.</summary>
    public static ReminderRule First { get; } = new(
        [
            new(-7, [Recipient.Reporter]),
            new(-1, [Recipient.Reporter, Recipient.Approver]),
            new(0, [Recipient.Reporter, Recipient.Approver]),
            new(3, [Recipient.Reporter, Recipient.Approver, Recipient.Office]),
            new(7, [Recipient.Reporter, Recipient.Approver, Recipient.Office, Recipient.Leader]),
        ],
        new(9, 0), new(17, 30), WorkingDaysOnly: true);

    public bool MaySendAt(TimeOnly hour) => hour >= SendFrom && hour < SendUntil;

    public RuleKind Kind => RuleKind.Reminder;

    public IEnumerable<FieldViolation> Violations(string path)
    {
        if (Stages.Count is 0 or > MostStages) yield return new($"{path}.stages", $"must be 1 to {MostStages} stages.");
        for (var i = 0; i < Stages.Count; i++)
        {
            var stage = string.Create(CultureInfo.InvariantCulture, $"{path}.stages[{i}]");
            if (Math.Abs(Stages[i].Days) > MostDays) yield return new($"{stage}.days", $"must be -{MostDays} to {MostDays}.");
            if (i > 0 && Stages[i].Days <= Stages[i - 1].Days) yield return new($"{stage}.days", "must be later than those of the stage before.");
            if (Stages[i].To.Count == 0 || Stages[i].To.Any(r => !Enum.IsDefined(r)) || Stages[i].To.Distinct().Count() != Stages[i].To.Count)
                yield return new($"{stage}.to", "must name at least one recipient, none twice.");
        }

        if (SendFrom >= SendUntil) yield return new($"{path}.send_until", "must be later than send_from.");
    }
}
