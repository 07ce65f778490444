using Microsoft.EntityFrameworkCore;
using Suite.Contracts.Events.V1;
using Suite.Messaging.Outbox;
using Suite.Reporting.Storage;

namespace Suite.Reporting.Reports;

/// <summary>Tells subscribers and other services that a report was issued, in the transaction that issues it.</summary>
public sealed class IssueNotice(ReportingDbContext db, TimeProvider clock)
{
    public async Task SendAsync(ReportRecord report, Actor by, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        foreach (var subscription in (await db.Subscriptions.Where(s => !s.Cancelled).ToListAsync(cancellation)).Where(s => s.Concerns(report)))
            db.Notifications.Add(new Notification { SubscriptionId = subscription.Id, ReportId = report.Id, Role = subscription.Role, Unit = subscription.Unit, Time = now });
        db.Publish(new ReportIssued(
            $"reports/{report.Id}", report.Kind.ToString().ToUpperInvariant(), report.Plan, report.Quarter, report.Subject, report.Title, report.DocumentSha256,
            report.Corrects is { } wrong ? $"reports/{wrong}" : null, new(by.Account, by.DisplayName, now)), now);
    }
}
