using Suite.Tasks.Steps;

namespace Suite.Tasks.Cases;

/// <summary>
/// Something that is asked, answered and decided on a task. Steps are only ever added; the state is what the last one led to, and which
/// steps are possible is in one table.
/// </summary>
public abstract class TaskCase<TState>
    where TState : struct, Enum
{
    // Not private: the mapping finds the fields of a base class only so.
    private protected readonly List<CaseStep> _steps = [];

    public string PlanId { get; protected init; } = "";

    public int TaskNumber { get; protected init; }

    /// <summary>Counts from 1 within the task and the kind of case.</summary>
    public int Number { get; protected init; }

    public TState State { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public IReadOnlyList<CaseStep> Steps => _steps;

    /// <summary>Ordinal of the last step. It makes every step a change of the case itself, so that its version moves on.</summary>
    public int LastOrdinal { get; private set; }

    /// <summary>Changes with every change; the etag.</summary>
    public uint Version { get; private set; }

    public abstract CaseKind Kind { get; }

    public CaseName Name => new(new(PlanId, TaskNumber), Kind, Number);

    protected abstract StepTable<TState> Table { get; }

    /// <summary>The step that made the case.</summary>
    protected void Begin(Step<TState> step, TState state, CaseAct act)
    {
        CreatedAt = act.Time;
        Add(step, state, act);
    }

    /// <exception cref="Suite.ServiceDefaults.Errors.ProblemException">ILLEGAL_STEP.</exception>
    protected void Take(Step<TState> step, TState state, CaseAct act)
    {
        Table.Require(step, State, state, Name.ToString());
        Add(step, state, act);
    }

    void Add(Step<TState> step, TState state, CaseAct act)
    {
        _steps.Add(new(++LastOrdinal, step.Verb, StateNames.Of(state), act.By.Account, act.By.DisplayName, act.Unit, act.Time, act.Text));
        (State, UpdatedAt) = (state, act.Time);
    }
}
