using Suite.Tasks.Steps;

namespace Suite.Tasks.Cases;

/// <summary>A case in which somebody is to answer until a day.</summary>
public abstract class AskedCase<TState> : TaskCase<TState>
    where TState : struct, Enum
{
    /// <summary>Identifier of the unit that is one of the two sides.</summary>
    public string UnitId { get; protected init; } = "";

    public string UnitName { get; protected init; } = "";

    public string Text { get; protected init; } = "";

    /// <summary>The last day for the answer.</summary>
    public DateOnly DueOn { get; protected set; }

    /// <summary>The states in which an answer is awaited.</summary>
    protected abstract IReadOnlyList<TState> Awaiting { get; }

    public bool IsOverdue(DateOnly today) => Awaiting.Contains(State) && DueOn < today;

    protected void Ask(Step<TState> step, TState state, DateOnly due, CaseAct act)
    {
        Take(step, state, act);
        DueOn = due;
    }
}
