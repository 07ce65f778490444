using Suite.Tasks.Naming;
using Suite.Tasks.Obligations;

namespace Suite.Tasks.Reminders;

/// <summary>
/// A stage of reminding that was reached for an obligation and an addressee: sent, or passed over because a later one was reached before
/// it could be sent. Its key is what makes each be sent once, whatever is killed when.
/// </summary>
public sealed class Reminder
{
    /// <summary>As <see cref="ObligationKey.ToString"/>.</summary>
    public string Obligation { get; private init; } = "";

    /// <summary>The stage: calendar days from the due date.</summary>
    public int Days { get; private init; }

    /// <summary>As <see cref="Notifications.Addressees"/>.</summary>
    public string Addressee { get; private init; } = "";

    public ObligationKind Kind { get; private init; }

    public string PlanId { get; private init; } = "";

    public int TaskNumber { get; private init; }

    /// <summary>The unit that owes.</summary>
    public string UnitId { get; private init; } = "";

    public string UnitName { get; private init; } = "";

    /// <summary>The resource that it is about.</summary>
    public string Resource { get; private init; } = "";

    public DateOnly DueOn { get; private init; }

    /// <summary>The version of the reminder rules that asked for it.</summary>
    public int RuleVersion { get; private init; }

    /// <summary>The notification that carried it; null where it was passed over.</summary>
    public Guid? NotificationId { get; private init; }

    public DateTimeOffset Time { get; private init; }

    public TaskName Task => new(PlanId, TaskNumber);

    public static Reminder Of(DueReminder due, int days, Guid? notification, DateTimeOffset now)
    {
        var (key, owed) = (due.Owed.Key, due.Owed);
        return new()
        {
            Obligation = key.ToString(), Days = days, Addressee = due.Addressee, Kind = key.Kind, PlanId = key.Task.Plan, TaskNumber = key.Task.Number,
            UnitId = key.UnitId, UnitName = owed.UnitName, Resource = key.Resource, DueOn = owed.DueOn, RuleVersion = due.RuleVersion,
            NotificationId = notification, Time = now,
        };
    }
}

/// <summary>What is to be sent to one addressee today.</summary>
/// <param name="Days">The stage: calendar days from the due date.</param>
/// <param name="PassedOver">Earlier stages for this addressee that were never sent.</param>
public sealed record DueReminder(Obligation Owed, string Addressee, int Days, IReadOnlyList<int> PassedOver, int RuleVersion);
