using System.Text.Json;
using Suite.Contracts.Events.V1;
using Suite.Messaging;
using Suite.Messaging.Inbox;
using Suite.Reporting.Storage;

namespace Suite.Reporting.Intake;

/// <summary>An event that the read model is made of: heard from the bus, or read again from its owner's change feed.</summary>
public abstract class HeardEvent
{
    /// <summary>All of them. What is not here is no matter of this service.</summary>
    public static readonly IReadOnlyList<HeardEvent> All =
    [
        new Of<PlanIssued, PlanRecorder>((db, log) => new(db, log)),
        new Of<TaskIssued, TaskRecorder>((db, log) => new(db, log)),
        new Of<TaskRevised, TaskRecorder>((db, log) => new(db, log)),
        new Of<TaskAcknowledged, TaskRecorder>((db, log) => new(db, log)),
        new Of<ProgressSubmitted, ProgressRecorder>((db, log) => new(db, log)),
        new Of<ProgressReturned, ProgressRecorder>((db, log) => new(db, log)),
        new Of<ProgressAccepted, ProgressRecorder>((db, log) => new(db, log)),
        new Of<LightSet, LightRecorder>((db, log) => new(db, log)),
        new Of<AdjustmentSubmitted, AdjustmentRecorder>((db, log) => new(db, log)),
        new Of<AdjustmentDecided, AdjustmentRecorder>((db, log) => new(db, log)),
        new Of<AdjustmentTookEffect, AdjustmentRecorder>((db, log) => new(db, log)),
        new Of<CaseStepTaken, CaseRecorder>((db, log) => new(db, log)),
        new Of<TaskClosed, CaseRecorder>((db, log) => new(db, log)),
        new Of<TaskCarriedOver, CaseRecorder>((db, log) => new(db, log)),
        new Of<TaskReopened, CaseRecorder>((db, log) => new(db, log)),
    ];

    static readonly Dictionary<string, HeardEvent> ByName = All.ToDictionary(e => e.Name);

    /// <summary>Name of the event in the feed, e.g. TaskIssued.</summary>
    public abstract string Name { get; }

    /// <summary>Null for an event that is no matter of this service.</summary>
    public static HeardEvent? Named(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Listens for it on the bus.</summary>
    public abstract void Listen(MessagingBuilder<ReportingDbContext> messaging);

    /// <summary>Has its effect on a context, which is saved by the caller.</summary>
    /// <param name="payload">The event as JSON.</param>
    public abstract Task TakeAsync(ReportingDbContext db, PlanLog log, string payload, CancellationToken cancellation);

    sealed class Of<TEvent, TRecorder>(Func<ReportingDbContext, PlanLog, TRecorder> make) : HeardEvent
        where TEvent : class
        where TRecorder : class, IEventHandler<TEvent>
    {
        public override string Name => typeof(TEvent).Name;

        public override void Listen(MessagingBuilder<ReportingDbContext> messaging) => messaging.Handle<TEvent, TRecorder>();

        public override Task TakeAsync(ReportingDbContext db, PlanLog log, string payload, CancellationToken cancellation) => make(db, log).HandleAsync(
            JsonSerializer.Deserialize<TEvent>(payload) ?? throw new JsonException($"A {Name} of the feed is null."), cancellation);
    }
}
