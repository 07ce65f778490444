using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Adjustments;

namespace Suite.Tasks.Rules;

/// <summary>What a responsible leader endorses, and within what time answers are due.</summary>
/// <param name="EndorsedKinds">Kinds of adjustment that go to a responsible leader before the office decides.</param>
/// <param name="InstructionDays">Calendar days within which an instruction is answered where it names no day itself; 1 to 365.</param>
/// <param name="QuestionDays">The same for a question.</param>
public sealed record HandlingRule(IReadOnlyList<AdjustmentKind> EndorsedKinds, int InstructionDays, int QuestionDays) : IRule
{
    const int MostDays = 365;

    /// <summary>The built-in first version.</summary>
    public static HandlingRule First { get; } = new([AdjustmentKind.Target, AdjustmentKind.LeadUnits, AdjustmentKind.Withdrawal], 7, 5);

    public RuleKind Kind => RuleKind.Handling;

    public IEnumerable<FieldViolation> Violations(string path)
    {
        if (EndorsedKinds.Any(k => !Enum.IsDefined(k)) || EndorsedKinds.Distinct().Count() != EndorsedKinds.Count)
            yield return new($"{path}.endorsed_kinds", "must be kinds of adjustment, none twice.");
        if (InstructionDays is < 1 or > MostDays) yield return new($"{path}.instruction_days", $"must be 1 to {MostDays}.");
        if (QuestionDays is < 1 or > MostDays) yield return new($"{path}.question_days", $"must be 1 to {MostDays}.");
    }
}
