using System.Globalization;
using Suite.Tasks.Assignments;
using Suite.Tasks.Calendar;
using Suite.Tasks.Notifications.Wording;
using Suite.Tasks.Obligations;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Notifications;

/// <summary>Tells a unit at once, in the transaction that returns its report (退回): its reporters and its approvers, why, and when it is due again.</summary>
public sealed class ReturnNotice(NotificationDesk desk, ObligationBook obligations, CityTime time)
{
    /// <param name="report">Returned just now.</param>
    public async Task TellAsync(ProgressReport report, string reason, Actor by, CancellationToken cancellation)
    {
        var due = (await obligations.DatesAsync(cancellation)).Resubmission(time.Today);
        var text = TextOf(report, reason, by, due);
        var key = string.Create(CultureInfo.InvariantCulture, $"returned:{report.Name}:{report.LastOrdinal}");
        string[] to = [Addressees.Reporters(report.UnitId), Addressees.Approvers(report.UnitId)];
        await desk.TellAsync([.. to.Select(addressee => new Tidings(addressee, NotificationKind.ReportReturned, $"{key}:{addressee}", text, Items: 1))], cancellation);
    }

    static NotificationText TextOf(ProgressReport report, string reason, Actor by, DateOnly due)
    {
        var what = new SentencePart($"{(report.Role == AssignmentRole.Support ? ObligationKind.Contribute : ObligationKind.Report)}{report.Period.Kind}", report.Period.Number);
        return new(Sentences.Say("ReturnedTitle", report.TaskNumber, what),
            $"{Sentences.Say("ReturnedBody", report.UnitName, report.TaskNumber, what, by.DisplayName, CityTime.Text(due))}\n{reason}");
    }
}
