namespace Suite.Contracts.Events.V1;

/// <summary>One field of a task before and after.</summary>
/// <param name="Field">TARGET, SCHEDULE, LEAD_UNITS or SUPPORTING_UNITS.</param>
/// <param name="NewText">Empty for a withdrawal.</param>
public sealed record AdjustedFieldFact(string Field, string OldText, string NewText);

/// <summary>What a lead unit asks for.</summary>
/// <param name="Adjustment">plans/{plan}/tasks/{number}/adjustments/{adjustment}</param>
/// <param name="Kind">TARGET, SCHEDULE, LEAD_UNITS or WITHDRAWAL.</param>
/// <param name="Reason">In the unit's words.</param>
public sealed record AdjustmentFact(
    string Adjustment, string Task, string Plan, string Kind, UnitFact Unit, string Reason, IReadOnlyList<AdjustedFieldFact> Fields);

/// <summary>A lead unit sent an adjustment on.</summary>
/// <param name="ToLeader">True where a responsible leader is to endorse it before the office decides.</param>
public sealed record AdjustmentSubmitted(AdjustmentFact Adjustment, bool ToLeader, ActorFact By);

/// <summary>The office decided on an adjustment. From the effective date on <see cref="TaskRevised"/> tells the task as it is then.</summary>
/// <param name="Words">Why, in the office's words.</param>
/// <param name="EffectiveDate">Null for one that was refused.</param>
public sealed record AdjustmentDecided(AdjustmentFact Adjustment, bool Approved, string Words, DateOnly? EffectiveDate, ActorFact By);

/// <summary>An approved adjustment is in force, or can never be, since by its day the task had become another one.</summary>
/// <param name="Revision">The task's revision it made; 0 where it lapsed.</param>
public sealed record AdjustmentTookEffect(AdjustmentFact Adjustment, bool Lapsed, int Revision, DateTimeOffset Time);

/// <summary>A step was taken on an instruction, a question or a request to close a task.</summary>
/// <param name="Case">plans/{plan}/tasks/{number}/{instructions|questions|closings}/{case}</param>
/// <param name="Kind">INSTRUCTION, QUESTION or CLOSING.</param>
/// <param name="Unit">The unit that is to answer, or that asks.</param>
/// <param name="Action">As docs/states.md names it, e.g. ANSWER.</param>
/// <param name="State">The state it led to.</param>
/// <param name="DueDate">The last day for an answer; null where none is awaited.</param>
public sealed record CaseStepTaken(
    string Case, string Kind, string Task, string Plan, UnitFact Unit, string Action, string State, string Text, DateOnly? DueDate, ActorFact By);

/// <summary>A task was closed: its annual target is met (办结).</summary>
/// <param name="Report">plans/{plan}/tasks/{number}/reports/{report} it stands on.</param>
public sealed record TaskClosed(string Task, string Plan, string Closing, string Report, string Words, ActorFact By);

/// <summary>A task goes on in a task of a later year's plan.</summary>
public sealed record TaskCarriedOver(string Task, string Plan, string To, string Words, ActorFact By);

/// <summary>A task that was closed or carried over goes on.</summary>
public sealed record TaskReopened(string Task, string Plan, string Words, ActorFact By);
