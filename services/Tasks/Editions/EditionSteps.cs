using Suite.Tasks.Steps;

namespace Suite.Tasks.Editions;

/// <summary>What can be done with one change of an edition in which state.</summary>
public static class ChangeSteps
{
    public static readonly Step<ChangeState> Accept = new("ACCEPT", "be accepted", [ChangeState.Pending], [ChangeState.Accepted])
    {
        Methods = ["EditionService.AcceptPlanChange", "EditionService.AcceptPlanEdition"],
    };

    public static readonly Step<ChangeState> Reject = new("REJECT", "be rejected", [ChangeState.Pending], [ChangeState.Rejected])
    {
        Methods = ["EditionService.RejectPlanChange", "EditionService.RejectPlanEdition"],
    };

    public static readonly Step<ChangeState> Supersede = new("SUPERSEDE", "be superseded", [ChangeState.Pending], [ChangeState.Superseded])
    {
        Methods = ["PlanService.ImportPlan"], Otherwise = "来了新的修订稿 a newer edition comes",
    };

    public static readonly StepTable<ChangeState> Table = new("Change", "修订稿的一处改动", Accept, Reject, Supersede);
}

/// <summary>What can be done with an edition in which state.</summary>
public static class EditionSteps
{
    public static readonly Step<EditionState> Accept = new("ACCEPT", "be accepted", [EditionState.Open], [EditionState.Settled])
    {
        Methods = ["EditionService.AcceptPlanEdition"],
    };

    public static readonly Step<EditionState> Reject = new("REJECT", "be rejected", [EditionState.Open], [EditionState.Settled])
    {
        Methods = ["EditionService.RejectPlanEdition"],
    };

    public static readonly Step<EditionState> Decide = new("DECIDE_CHANGE", "have a change decided", [EditionState.Open], [EditionState.Open, EditionState.Settled])
    {
        Methods = ["EditionService.AcceptPlanChange", "EditionService.RejectPlanChange"],
    };

    public static readonly Step<EditionState> Supersede = new("SUPERSEDE", "be superseded", [EditionState.Open], [EditionState.Superseded])
    {
        Methods = ["PlanService.ImportPlan"], Otherwise = "来了新的修订稿 a newer edition comes",
    };

    public static readonly StepTable<EditionState> Table = new("Edition", "修订稿", Accept, Reject, Decide, Supersede);
}
