using Suite.Tasks.Adjustments;
using Suite.Tasks.Assignments;
using Suite.Tasks.Closing;
using Suite.Tasks.Editions;
using Suite.Tasks.Instructions;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;
using Suite.Tasks.Questions;

namespace Suite.Tasks.Steps;

/// <summary>The tables of every aggregate of this service.</summary>
public static class StepTables
{
    public static IReadOnlyList<IStepTable> All { get; } =
    [
        TaskSteps.Table, ReportSteps.Table, AdjustmentSteps.Table, InstructionSteps.Table, QuestionSteps.Table, ClosingSteps.Table, EditionSteps.Table,
        ChangeSteps.Table, AssignmentSteps.Table,
    ];
}
