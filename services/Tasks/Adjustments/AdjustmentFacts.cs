using Suite.Contracts.Events.V1;
using Suite.Tasks.Naming;
using Suite.Tasks.Steps;

namespace Suite.Tasks.Adjustments;

/// <summary>Tells an adjustment in the words of the events.</summary>
static class AdjustmentFacts
{
    public static AdjustmentFact Of(Adjustment adjustment) => new(
        adjustment.Name.ToString(), adjustment.Name.Task.ToString(), ResourceNames.Plan(adjustment.PlanId), StateNames.Of(adjustment.Wanted),
        adjustment.Asker.Fact, adjustment.Text.Reason,
        [.. adjustment.Text.Fields.Select(f => new AdjustedFieldFact(StateNames.Of(f.Field), f.OldText, f.NewText))]);
}
