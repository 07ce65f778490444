using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Cases;
using Suite.Tasks.Editions;
using Suite.Tasks.Naming;
using Suite.Tasks.Steps;

namespace Suite.Tasks.Adjustments;

/// <summary>What a unit writes: the wish, why, and from when.</summary>
/// <param name="EffectiveOn">Null for the day of the decision.</param>
public sealed record AdjustmentText(AdjustmentWish Wish, string Reason, DateOnly? EffectiveOn, IReadOnlyList<AdjustedField> Fields);

/// <summary>A change of an issued task (调整、延期、终止): asked by a lead unit, endorsed by a leader where the rule asks, decided by the office.</summary>
public sealed class Adjustment : TaskCase<AdjustmentState>
{
    /// <summary>Identifier of the unit that asks.</summary>
    public string UnitId { get; private init; } = "";

    public string UnitName { get; private init; } = "";

    /// <summary>Of the wish; beside it to be searched by.</summary>
    public AdjustmentKind Wanted { get; private set; }

    public AdjustmentText Text { get; private set; } = null!;

    /// <summary>The day from which it holds, decided by the office; null before.</summary>
    public DateOnly? EffectiveOn { get; private set; }

    /// <summary>Of the handling rule it was submitted under; 0 before.</summary>
    public int RuleVersion { get; private set; }

    /// <summary>When it first left the unit; null before.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    public DateTimeOffset? InForceAt { get; private set; }

    /// <summary>The task's revision that it made; 0 before.</summary>
    public int TaskRevision { get; private set; }

    public override CaseKind Kind => CaseKind.Adjustment;

    protected override StepTable<AdjustmentState> Table => AdjustmentSteps.Table;

    public static Adjustment Draft(CaseName name, string unitName, AdjustmentText text, CaseAct act)
    {
        var made = new Adjustment
        {
            PlanId = name.Task.Plan, TaskNumber = name.Task.Number, Number = name.Number, UnitId = act.Unit!, UnitName = unitName, Text = text, Wanted = text.Wish.Kind,
        };
        made.Begin(AdjustmentSteps.Create, AdjustmentState.Draft, act);
        return made;
    }

    public void Write(AdjustmentText text, CaseAct act)
    {
        Take(AdjustmentSteps.Update, State, act);
        (Text, Wanted) = (text, text.Wish.Kind);
    }

    /// <param name="endorsement">True where a responsible leader is to see it before the office does.</param>
    public void Submit(bool endorsement, int ruleVersion, CaseAct act)
    {
        Take(AdjustmentSteps.Submit, endorsement ? AdjustmentState.AwaitingEndorsement : AdjustmentState.Submitted, act);
        (RuleVersion, SubmittedAt) = (ruleVersion, SubmittedAt ?? act.Time);
    }

    public void Cancel(CaseAct act) => Take(AdjustmentSteps.Cancel, AdjustmentState.Cancelled, act);

    public void Endorse(CaseAct act) => Take(AdjustmentSteps.Endorse, AdjustmentState.Submitted, act);

    public void Decline(CaseAct act) => Take(AdjustmentSteps.Decline, AdjustmentState.Returned, act);

    public void Return(CaseAct act) => Take(AdjustmentSteps.Return, AdjustmentState.Returned, act);

    public void Approve(DateOnly effectiveOn, CaseAct act)
    {
        Take(AdjustmentSteps.Approve, AdjustmentState.Approved, act);
        EffectiveOn = effectiveOn;
    }

    public void Refuse(CaseAct act) => Take(AdjustmentSteps.Refuse, AdjustmentState.Refused, act);

    public void TakeEffect(int taskRevision, CaseAct act)
    {
        Take(AdjustmentSteps.TakeEffect, AdjustmentState.InForce, act);
        (TaskRevision, InForceAt) = (taskRevision, act.Time);
    }

    public void Lapse(CaseAct act) => Take(AdjustmentSteps.Lapse, AdjustmentState.Lapsed, act);

    /// <summary>True where every field it changes still says what it said when the adjustment was written.</summary>
    public bool Fits(TaskWording task) => Text.Fields.All(f => ComparedText.Same(FieldText.Of(f.Field, task), f.OldText));

    /// <exception cref="ProblemException">ILLEGAL_STEP.</exception>
    public void RequireFitting(TaskWording task, string step)
    {
        if (!Fits(task)) throw Problems.IllegalStep("Adjustment", Name.ToString(), "OUTDATED", $"{step}: the task has changed since it was written");
    }

    public UnitOfCase Asker => new(UnitId, UnitName);
}

/// <summary>A unit with the name it had then.</summary>
public sealed record UnitOfCase(string Id, string DisplayName)
{
    public Contracts.Events.V1.UnitFact Fact => new(ResourceNames.Unit(Id), DisplayName);
}
