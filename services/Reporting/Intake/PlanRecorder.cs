using Suite.Contracts.Events.V1;
using Suite.Messaging.Inbox;
using Suite.Reporting.Facts;
using Suite.Reporting.Storage;

namespace Suite.Reporting.Intake;

/// <summary>Keeps issued plans. Each event here becomes rows of its own, so the order of arrival cannot matter.</summary>
public sealed class PlanRecorder(ReportingDbContext db, PlanLog log) : IEventHandler<PlanIssued>
{
    public async Task HandleAsync(PlanIssued message, CancellationToken cancellation)
    {
        await db.LockFactAsync(message.Plan, cancellation);
        if (await db.Plans.FindAsync([message.Plan], cancellation) is not null) return;
        db.Plans.Add(new KnownPlan
        {
            Name = message.Plan,
            Title = message.Title,
            Year = message.Year,
            Issuer = message.Issuer,
            TaskCount = message.TaskCount,
            IssueTime = message.Time.ToUniversalTime(),
            Heard = await log.NextAsync(message.Plan, nameof(PlanIssued), message.Plan, "", message.Time, cancellation),
        });
    }
}
