using Suite.Contracts.Events.V1;
using Suite.Messaging.Inbox;
using Suite.Reporting.Facts;
using Suite.Reporting.Storage;

namespace Suite.Reporting.Intake;

/// <summary>Keeps the lights that the office sets by itself.</summary>
public sealed class LightRecorder(ReportingDbContext db, PlanLog log) : IEventHandler<LightSet>
{
    public async Task HandleAsync(LightSet message, CancellationToken cancellation)
    {
        var time = EventTimes.Kept(message.By.Time);
        await db.LockFactAsync(message.Task, cancellation);
        if (await db.LightChanges.FindAsync([message.Task, time], cancellation) is not null) return;
        db.LightChanges.Add(new LightChange
        {
            Task = message.Task,
            Time = time,
            Plan = message.Plan,
            Light = LightNames.Read(message.Light, message.Task),
            Suggested = message.Suggested is { } suggested ? LightNames.Read(suggested, message.Task) : null,
            Rule = message.Rule,
            Reason = message.Reason,
            Account = message.By.Account,
            DisplayName = message.By.DisplayName,
            Heard = await log.NextAsync(message.Plan, nameof(LightSet), message.Task, EventTimes.Mark(time), time, cancellation),
        });
    }
}
