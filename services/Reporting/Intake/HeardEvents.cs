using Suite.Contracts.Events.V1;
using Suite.Messaging;

namespace Suite.Reporting.Intake;

static class HeardEvents
{
    /// <summary>The events that the read model is made of.</summary>
    public static void Hear(MessagingBuilder messaging) => messaging
        .Handle<PlanIssued, PlanRecorder>()
        .Handle<TaskIssued, TaskRecorder>().Handle<TaskRevised, TaskRecorder>().Handle<TaskAcknowledged, TaskRecorder>()
        .Handle<ProgressSubmitted, ProgressRecorder>().Handle<ProgressReturned, ProgressRecorder>().Handle<ProgressAccepted, ProgressRecorder>()
        .Handle<LightSet, LightRecorder>()
        .Handle<AdjustmentSubmitted, AdjustmentRecorder>().Handle<AdjustmentDecided, AdjustmentRecorder>().Handle<AdjustmentTookEffect, AdjustmentRecorder>()
        .Handle<CaseStepTaken, CaseRecorder>().Handle<TaskClosed, CaseRecorder>().Handle<TaskCarriedOver, CaseRecorder>().Handle<TaskReopened, CaseRecorder>();
}
