using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Assignments;
using Suite.Tasks.Naming;
using Suite.Tasks.Steps;

namespace Suite.Tasks.Editions;

public enum ChangeState
{
    Pending = 1,
    Accepted = 2,
    Rejected = 3,
    Superseded = 4,
}

/// <summary>One difference between an edition and what was in force, and what the office decided on it.</summary>
public sealed class PlanChange
{
    public string PlanId { get; private init; } = "";

    public int Edition { get; private init; }

    /// <summary>Counts from 1 within the edition, in the order of the plan.</summary>
    public int Number { get; private init; }

    public ChangeKind Kind { get; private init; }

    /// <summary>Null for a task added or removed.</summary>
    public TaskField? Field { get; private init; }

    /// <summary>The number of the task in the plan; null for an added one until it is accepted.</summary>
    public int? TaskNumber { get; private set; }

    /// <summary>The number printed in the edition; null for a removed task.</summary>
    public int? EditionNumber { get; private init; }

    public string OldText { get; private init; } = "";

    public string NewText { get; private init; } = "";

    public decimal? Likeness { get; private init; }

    public IReadOnlyList<DifferencePart> Parts { get; private init; } = [];

    public ChangeState State { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? DecidedBy { get; private set; }

    public string? DeciderName { get; private set; }

    /// <summary>Why it was accepted or rejected, in the decider's words.</summary>
    public string? Reason { get; private set; }

    /// <summary>Changes with every change; the etag.</summary>
    public uint Version { get; private set; }

    public ChangeName Name => new(new(PlanId, Edition), Number);

    public static PlanChange Of(string plan, int edition, int number, Difference found) => new()
    {
        PlanId = plan, Edition = edition, Number = number, Kind = found.Kind, Field = found.Field, TaskNumber = found.Task, EditionNumber = found.EditionNumber,
        OldText = found.Old, NewText = found.New, Parts = found.Parts, State = ChangeState.Pending,
        Likeness = found.Likeness is { } likeness ? Math.Round((decimal)likeness, 2) : null,
    };

    /// <param name="task">The task it made or changed.</param>
    public void Accept(int task, string reason, ChangeCause by)
    {
        TaskNumber = task;
        Decide(ChangeState.Accepted, reason, by);
    }

    public void Reject(string reason, ChangeCause by) => Decide(ChangeState.Rejected, reason, by);

    /// <exception cref="ProblemException">ILLEGAL_STEP.</exception>
    public void RequirePending(Step<ChangeState> step) => ChangeSteps.Table.Require(step, State, Name.ToString());

    void Decide(ChangeState state, string reason, ChangeCause by) =>
        (State, Reason, DecidedAt, DecidedBy, DeciderName) = (state, reason, by.Time, by.Account, by.DisplayName);
}
