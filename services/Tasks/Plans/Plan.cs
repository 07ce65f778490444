using System.Globalization;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Naming;

namespace Suite.Tasks.Plans;

public enum PlanState
{
    Draft = 1,
    Issued = 2,
}

/// <summary>One year's decomposition table. A draft can be replaced by another document; for an issued plan it is an edition.</summary>
public sealed class Plan
{
    public string Id { get; private init; } = "";

    public string Title { get; private set; } = "";

    public int Year { get; private set; }

    public string Issuer { get; private set; } = "";

    /// <summary>Date printed on the table; null where it has none.</summary>
    public DateOnly? DocumentDate { get; private set; }

    public PlanState State { get; private set; }

    public DateTimeOffset? IssuedAt { get; private set; }

    public int TaskCount { get; private set; }

    public int AssignmentCount { get; private set; }

    /// <summary>Editions imported since the issue; the newest has this number.</summary>
    public int EditionCount { get; private set; }

    /// <summary>By <see cref="ImportIdentity"/>, of the import the tasks come from.</summary>
    public string DocumentSha256 { get; private set; } = "";

    /// <summary>Identifier of the unit that made the plan for itself and is its office; null for the city's plans.</summary>
    public string? JurisdictionId { get; private init; }

    /// <summary>Identifier of the plan above that it was cascaded from; null for the city's plans.</summary>
    public string? CascadedFrom { get; private init; }

    /// <summary>How many plans are above it; 0 for the city's.</summary>
    public int Depth { get; private init; }

    /// <summary>Changes with every change; the etag.</summary>
    public uint Version { get; private set; }

    public static Plan Draft(string id) => new() { Id = id, State = PlanState.Draft };

    /// <summary>A unit's own plan below another, without tasks as yet.</summary>
    public static Plan Below(Plan above, string id, string unit, string unitName) => new()
    {
        Id = id, State = PlanState.Draft, JurisdictionId = unit, CascadedFrom = above.Id, Depth = above.Depth + 1, Year = above.Year, Issuer = unitName,
        Title = string.Create(CultureInfo.InvariantCulture, $"{unitName}{above.Year}年重点工作任务分解表"),
    };

    /// <summary>Takes title, year and the rest from a document.</summary>
    /// <exception cref="ProblemException">PLAN_ALREADY_ISSUED; INVALID_FIELD where a unit's own plan is of another year.</exception>
    public void Describe(PlanFacts facts)
    {
        RequireDraft("be replaced by another document");
        if (CascadedFrom is not null && facts.Year != Year)
            throw Problems.InvalidField("plan", $"is a plan of {Year}, like the one it was cascaded from; the document is of {facts.Year}.");
        (Title, Year, Issuer, DocumentDate) = (facts.Title, facts.Year, facts.Issuer, facts.DocumentDate);
        (TaskCount, DocumentSha256) = (facts.TaskCount, facts.DocumentSha256);
    }

    /// <exception cref="ProblemException">PLAN_ALREADY_ISSUED.</exception>
    public void Issue(int assignments, DateTimeOffset now)
    {
        RequireDraft("be issued again");
        (State, AssignmentCount, IssuedAt) = (PlanState.Issued, assignments, now);
    }

    /// <summary>Said of the plan before any of its tasks is asked.</summary>
    /// <exception cref="ProblemException">PLAN_ALREADY_ISSUED.</exception>
    public void RequireNotIssued() => RequireDraft("be issued again");

    /// <returns>The number of the edition that comes in.</returns>
    public int TakeEdition() => ++EditionCount;

    /// <summary>Accepted changes left so many tasks and assignments in force.</summary>
    public void Count(int tasks, int assignments) => (TaskCount, AssignmentCount) = (tasks, assignments);

    /// <summary>So many of its tasks come from the plan above or from a document.</summary>
    /// <exception cref="ProblemException">PLAN_ALREADY_ISSUED.</exception>
    public void CountDraft(int tasks)
    {
        RequireDraft("be cascaded again");
        TaskCount = tasks;
    }

    void RequireDraft(string wish)
    {
        if (State != PlanState.Draft)
            throw Problems.Because(Errors.V1.Reason.PlanAlreadyIssued, $"Plan '{ResourceNames.Plan(Id)}' has been issued; it cannot {wish}.");
    }
}

/// <summary>What a document says of the plan as a whole.</summary>
public sealed record PlanFacts(string Title, int Year, string Issuer, DateOnly? DocumentDate, int TaskCount, string DocumentSha256);
