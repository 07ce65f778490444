namespace Suite.Contracts.Events.V1;

/// <summary>A plan was issued to the units. One <see cref="TaskIssued"/> follows for each of its tasks.</summary>
public sealed record PlanIssued(string Plan, string Title, int Year, string Issuer, int TaskCount, DateTimeOffset Time)
{
    /// <summary>units/{unit} that made the plan for itself; empty for the city's plans.</summary>
    public string Jurisdiction { get; init; } = "";

    /// <summary>plans/{plan} that it was cascaded from; empty for the city's plans.</summary>
    public string CascadedFrom { get; init; } = "";
}

/// <summary>A task was issued: what it promises and who answers for it.</summary>
public sealed record TaskIssued(
    string Task, string Plan, int Year, int Number, string Section, string Target,
    IReadOnlyList<UnitFact> LeadUnits, IReadOnlyList<UnitFact> SupportingUnits, IReadOnlyList<LeaderFact> Leaders,
    IReadOnlyList<CommitmentFact> Commitments, DateTimeOffset Time)
{
    /// <summary>The quarters, 1 to 4, in which the schedule has something due. A task whose schedule does not tell is due in each.</summary>
    public IReadOnlyList<int> DueQuarters { get; init; } = [1, 2, 3, 4];

    /// <summary>units/{unit} whose own plan it belongs to; empty in the city's plans. Its figures are a part of what the city's tasks count.</summary>
    public string Jurisdiction { get; init; } = "";

    /// <summary>plans/{plan}/tasks/{number} of the plan above that it was cascaded from; empty for none.</summary>
    public string CascadedFrom { get; init; } = "";

    /// <summary>True for a task that an edition added after the plan was issued: it is not among those the issue counted.</summary>
    public bool Added { get; init; }
}

/// <summary>
/// The office accepted changes of a corrected edition: from now on the task says this. Where it has been withdrawn it is as it last was,
/// and counts no more. A commitment that stays keeps its name; one that is missing is promised no more; reports made before stay.
/// </summary>
/// <param name="State">The task as it is now, all of it; its time is that of the change.</param>
/// <param name="Revision">Counts up from 1 for each task; of two, the higher one is in force.</param>
/// <param name="Edition">plans/{plan}/editions/{edition}; empty where an adjustment or a hand-over did it.</param>
public sealed record TaskRevised(TaskIssued State, int Revision, bool Withdrawn, string Edition, ActorFact By)
{
    /// <summary>plans/{plan}/tasks/{number}/adjustments/{adjustment} that was approved; empty where none did.</summary>
    public string Adjustment { get; init; } = "";
}

/// <summary>A unit's office decided on a change of the task above that one of its own was cascaded from.</summary>
/// <param name="From">plans/{plan}/tasks/{number}: the task above.</param>
/// <param name="Kind">REWORDED, WITHDRAWN, UNASSIGNED, CLOSED, CARRIED_OVER or REOPENED.</param>
/// <param name="Revision">Of the task above when it was decided.</param>
/// <param name="Adopted">False where the unit's task stays as it was. Where it follows, a <see cref="TaskRevised"/> tells what it says.</param>
public sealed record CascadeSettled(string Task, string Plan, string From, string Kind, int Revision, bool Adopted, string Reason, ActorFact By);

/// <summary>A unit took note of its assignment. <paramref name="Complete"/> when every lead unit of the task has.</summary>
public sealed record TaskAcknowledged(string Task, string Plan, UnitFact Unit, bool Complete, ActorFact By)
{
    /// <inheritdoc cref="AssignmentRoles"/>
    public string Role { get; init; } = AssignmentRoles.Lead;
}

/// <summary>A unit sent its report for a quarter to the office; where the role is SUPPORT, its contribution to the lead unit.</summary>
public sealed record ProgressSubmitted(string Report, string Task, string Plan, int Quarter, UnitFact Unit, int Revision, ActorFact By)
{
    /// <inheritdoc cref="AssignmentRoles"/>
    public string Role { get; init; } = AssignmentRoles.Lead;
}

/// <summary>The office, or the lead unit where the role is not LEAD, sent a report back with reasons.</summary>
public sealed record ProgressReturned(
    string Report, string Task, string Plan, int Quarter, UnitFact Unit, int Revision, string Reason, ActorFact By)
{
    /// <inheritdoc cref="AssignmentRoles"/>
    public string Role { get; init; } = AssignmentRoles.Lead;
}

/// <summary>
/// A report was accepted: from now on its figures count. Where its role is not LEAD it is a member's on its sub-assignment, accepted by the
/// office or the lead unit, or a supporting unit's contribution, which the lead unit took note of: the figures are a part of the task's, to be
/// added to none of them, and a member's light is the part's.
/// </summary>
/// <param name="Light">GREEN, YELLOW, RED or BLUE; empty for a contribution.</param>
public sealed record ProgressAccepted(
    string Report, string Task, string Plan, int Quarter, UnitFact Unit, int Revision, string Light,
    string Narrative, string Difficulties, string NextSteps, IReadOnlyList<FigureFact> Figures,
    ActorFact Author, ActorFact Approver, ActorFact Reviewer)
{
    /// <summary>The period reported on: q1 to q4, h1, h2, m1 to m12; empty in events from before there were others than quarters. The quarter is the one it ends in.</summary>
    public string Period { get; init; } = "";

    /// <inheritdoc cref="AssignmentRoles"/>
    public string Role { get; init; } = AssignmentRoles.Lead;
}

/// <summary>The office carried a unit's assignment over to others. Where the task's lead is another now, a <see cref="TaskRevised"/> follows.</summary>
/// <param name="To">The units that took over.</param>
/// <param name="Role">As <see cref="AssignmentRoles"/>.</param>
/// <param name="FromDate">The first day on which it holds.</param>
public sealed record AssignmentHandedOver(
    string Task, string Plan, UnitFact From, IReadOnlyList<UnitFact> To, string Role, DateOnly FromDate, string Reason, ActorFact By);

/// <summary>A unit's part in a task as events name it: LEAD, SUPPORT or GROUP_MEMBER. Events from before there were others are about lead units.</summary>
public static class AssignmentRoles
{
    public const string Lead = "LEAD";
    public const string Support = "SUPPORT";
    public const string GroupMember = "GROUP_MEMBER";
}

/// <summary>The office set a task's light by itself, without a report; acceptances tell theirs in <see cref="ProgressAccepted"/>.</summary>
/// <param name="Light">GREEN, YELLOW, RED or BLUE; <paramref name="Suggested"/> likewise, null where nothing could be compared.</param>
/// <param name="Rule">supervisionRules/light-{version} that suggested.</param>
public sealed record LightSet(string Task, string Plan, string Light, string? Suggested, string Rule, string Reason, ActorFact By);
