namespace Suite.Tasks.Steps;

/// <summary>One action on an aggregate: from which states it is possible, and where it leads.</summary>
/// <param name="Verb">Stable, upper case with underscores, e.g. SUBMIT.</param>
/// <param name="Wish">What is refused where it is not possible: "… cannot be submitted".</param>
/// <param name="From">Empty for the action that makes the aggregate.</param>
/// <param name="To">Where it can lead; empty where the state stays as it is.</param>
public sealed record Step<TState>(string Verb, string Wish, IReadOnlyList<TState> From, IReadOnlyList<TState> To)
    where TState : struct, Enum
{
    /// <summary>The methods of the contract that take it, as service and method: AdjustmentService.SubmitAdjustment.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>Who or what takes it where no method does by itself.</summary>
    public string Otherwise { get; init; } = "";
}
