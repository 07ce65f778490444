using Suite.Contracts.Events.V1;
using Suite.Messaging.Inbox;
using Suite.Reporting.Facts;
using Suite.Reporting.Storage;

namespace Suite.Reporting.Intake;

/// <summary>Keeps what lead units ask to have adjusted and what the office decides.</summary>
public sealed class AdjustmentRecorder(ReportingDbContext db, PlanLog log)
    : IEventHandler<AdjustmentSubmitted>, IEventHandler<AdjustmentDecided>, IEventHandler<AdjustmentTookEffect>
{
    static readonly ActorFact Clock = new("", "", default);

    public Task HandleAsync(AdjustmentSubmitted message, CancellationToken cancellation) =>
        AddAsync(nameof(AdjustmentSubmitted), message.Adjustment, new(AdjustmentStepKind.Submitted, message.By.Time, message.By), cancellation);

    public Task HandleAsync(AdjustmentDecided message, CancellationToken cancellation) => AddAsync(
        nameof(AdjustmentDecided), message.Adjustment,
        new(AdjustmentStepKind.Decided, message.By.Time, message.By) { Approved = message.Approved, Words = message.Words, EffectiveDate = message.EffectiveDate }, cancellation);

    public Task HandleAsync(AdjustmentTookEffect message, CancellationToken cancellation) => AddAsync(
        nameof(AdjustmentTookEffect), message.Adjustment, new(AdjustmentStepKind.TookEffect, message.Time, Clock) { Approved = true, Lapsed = message.Lapsed }, cancellation);

    async Task AddAsync(string what, AdjustmentFact fact, Step step, CancellationToken cancellation)
    {
        var time = EventTimes.Kept(step.Time);
        await db.LockFactAsync(fact.Adjustment, cancellation);
        if (await db.AdjustmentSteps.FindAsync([fact.Adjustment, step.Kind, time], cancellation) is not null) return;
        db.AdjustmentSteps.Add(new AdjustmentStep
        {
            Adjustment = fact.Adjustment,
            Step = step.Kind,
            Time = time,
            Task = fact.Task,
            Plan = fact.Plan,
            Kind = fact.Kind,
            Unit = fact.Unit.Unit,
            UnitName = fact.Unit.DisplayName,
            Reason = fact.Reason,
            Fields = [.. fact.Fields.Select(f => new AdjustedField(f.Field, f.OldText, f.NewText))],
            Approved = step.Approved,
            Words = step.Words,
            EffectiveDate = step.EffectiveDate,
            Lapsed = step.Lapsed,
            Account = step.By.Account,
            DisplayName = step.By.DisplayName,
            Heard = await log.NextAsync(fact.Plan, what, fact.Adjustment, EventTimes.Mark(time), time, cancellation),
        });
    }

    sealed record Step(AdjustmentStepKind Kind, DateTimeOffset Time, ActorFact By)
    {
        public bool Approved { get; init; }

        public string Words { get; init; } = "";

        public DateOnly? EffectiveDate { get; init; }

        public bool Lapsed { get; init; }
    }
}
