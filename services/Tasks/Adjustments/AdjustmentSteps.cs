using Suite.Tasks.Steps;
using static Suite.Tasks.Adjustments.AdjustmentState;

namespace Suite.Tasks.Adjustments;

public enum AdjustmentState
{
    Draft = 1,
    AwaitingEndorsement = 2,
    Submitted = 3,
    Returned = 4,
    Approved = 5,
    InForce = 6,
    Refused = 7,
    Cancelled = 8,
    Lapsed = 9,
}

/// <summary>What can be done with an adjustment in which state.</summary>
public static class AdjustmentSteps
{
    public static readonly Step<AdjustmentState> Create = new("CREATE", "be created", [], [Draft]) { Methods = ["AdjustmentService.CreateAdjustment"] };

    public static readonly Step<AdjustmentState> Update = new("UPDATE", "be changed", [Draft, Returned], [Draft, Returned])
    {
        Methods = ["AdjustmentService.UpdateAdjustment"],
    };

    public static readonly Step<AdjustmentState> Submit = new("SUBMIT", "be submitted", [Draft, Returned], [AwaitingEndorsement, Submitted])
    {
        Methods = ["AdjustmentService.SubmitAdjustment"],
    };

    public static readonly Step<AdjustmentState> Cancel = new("CANCEL", "be cancelled", [Draft, AwaitingEndorsement, Submitted, Returned], [Cancelled])
    {
        Methods = ["AdjustmentService.CancelAdjustment"],
    };

    public static readonly Step<AdjustmentState> Endorse = new("ENDORSE", "be endorsed", [AwaitingEndorsement], [Submitted])
    {
        Methods = ["AdjustmentService.EndorseAdjustment"],
    };

    public static readonly Step<AdjustmentState> Decline = new("DECLINE", "be declined", [AwaitingEndorsement], [Returned])
    {
        Methods = ["AdjustmentService.DeclineAdjustment"],
    };

    public static readonly Step<AdjustmentState> Return = new("RETURN", "be returned", [AwaitingEndorsement, Submitted], [Returned])
    {
        Methods = ["AdjustmentService.ReturnAdjustment"],
    };

    public static readonly Step<AdjustmentState> Approve = new("APPROVE", "be approved", [Submitted], [Approved])
    {
        Methods = ["AdjustmentService.ApproveAdjustment"],
    };

    public static readonly Step<AdjustmentState> Refuse = new("REFUSE", "be refused", [Submitted], [Refused])
    {
        Methods = ["AdjustmentService.RefuseAdjustment"],
    };

    public static readonly Step<AdjustmentState> TakeEffect = new("TAKE_EFFECT", "come into force", [Approved], [InForce])
    {
        Otherwise = "生效日到来 its day has come",
    };

    public static readonly Step<AdjustmentState> Lapse = new("LAPSE", "lapse", [Approved], [Lapsed])
    {
        Otherwise = "生效日到来而任务已变 its day has come and the task is another one",
    };

    public static readonly StepTable<AdjustmentState> Table = new("Adjustment", "调整",
        Create, Update, Submit, Cancel, Endorse, Decline, Return, Approve, Refuse, TakeEffect, Lapse);
}
