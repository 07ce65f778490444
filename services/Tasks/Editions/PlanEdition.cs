using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Steps;

namespace Suite.Tasks.Editions;

public enum EditionState
{
    Open = 1,
    Settled = 2,
    Superseded = 3,
}

/// <summary>A corrected document of an issued plan (修订稿), and how far the office has decided what it changes.</summary>
public sealed class PlanEdition
{
    public string PlanId { get; private init; } = "";

    /// <summary>Counts from 1 within the plan.</summary>
    public int Number { get; private init; }

    public string Title { get; private init; } = "";

    /// <summary>Date printed on it; null where it has none.</summary>
    public DateOnly? DocumentDate { get; private init; }

    public string DocumentSha256 { get; private init; } = "";

    public DateTimeOffset ImportedAt { get; private init; }

    public string ImportedBy { get; private init; } = "";

    public EditionState State { get; private set; }

    public int TaskCount { get; private init; }

    /// <summary>Tasks added, removed and changed.</summary>
    public int AddedCount { get; private init; }

    public int RemovedCount { get; private init; }

    public int ChangedCount { get; private init; }

    public int ChangeCount { get; private init; }

    public int AcceptedCount { get; private set; }

    public int RejectedCount { get; private set; }

    /// <summary>Changes with every change; the etag.</summary>
    public uint Version { get; private set; }

    public int PendingCount => State == EditionState.Superseded ? 0 : ChangeCount - AcceptedCount - RejectedCount;

    public EditionName Name => new(PlanId, Number);

    /// <param name="number">0 for one that is only shown, by a dry run.</param>
    public static PlanEdition Of(string plan, int number, PlanFacts facts, IReadOnlyList<Difference> differences, string account, DateTimeOffset now) => new()
    {
        PlanId = plan, Number = number, Title = facts.Title, DocumentDate = facts.DocumentDate, DocumentSha256 = facts.DocumentSha256, ImportedAt = now,
        ImportedBy = account, TaskCount = facts.TaskCount, ChangeCount = differences.Count,
        AddedCount = differences.Count(d => d.Kind == ChangeKind.Added), RemovedCount = differences.Count(d => d.Kind == ChangeKind.Removed),
        ChangedCount = differences.Where(d => d.Kind == ChangeKind.Changed).Select(d => d.Task).Distinct().Count(),
        State = differences.Count == 0 ? EditionState.Settled : EditionState.Open,
    };

    /// <summary>A newer edition came; what was not decided will not be.</summary>
    public void Supersede() => State = EditionState.Superseded;

    public void Decided(int accepted, int rejected)
    {
        (AcceptedCount, RejectedCount) = (AcceptedCount + accepted, RejectedCount + rejected);
        if (PendingCount == 0) State = EditionState.Settled;
    }

    /// <exception cref="ProblemException">ILLEGAL_STEP.</exception>
    public void RequireOpen(Step<EditionState> step) => EditionSteps.Table.Require(step, State, Name.ToString());
}
