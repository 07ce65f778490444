using Suite.Tasks.Decomposition;
using Suite.Tasks.Naming;
using Suite.Tasks.Progress;
using Suite.Tasks.Steps;

namespace Suite.Tasks.Plans;

public enum TaskState
{
    Draft = 1,
    Issued = 2,
    InProgress = 3,
    Withdrawn = 4,
    Closed = 5,
    CarriedOver = 6,
}

/// <summary>A numbered item of a plan: its content, and where it stands. The lists beside the content are what it is searched by.</summary>
public sealed class PlanTask
{
    public string PlanId { get; private init; } = "";

    public int Number { get; private init; }

    /// <summary>The number printed in the newest edition accepted; <see cref="Number"/> stays the one it was issued under.</summary>
    public int PublishedNumber { get; private set; }

    /// <summary>How many times accepted changes have replaced what it says.</summary>
    public int Revision { get; private set; }

    public string Section { get; private set; } = "";

    public TaskContent Content { get; private set; } = null!;

    /// <summary>Units that lead the task.</summary>
    public string[] LeadUnitIds { get; private set; } = [];

    /// <summary>Units that lead or support it, themselves or as members of a group.</summary>
    public string[] UnitIds { get; private set; } = [];

    public string[] LeaderIds { get; private set; } = [];

    /// <summary>Quarters with something due.</summary>
    public int[] Quarters { get; private set; } = [];

    /// <summary>Quarters for which a report is owed: where it is reported by half-years those that one ends in, where the schedule names none all.</summary>
    public int[] OwedQuarters { get; private set; } = [];

    /// <summary>The words that text search looks through.</summary>
    public string SearchText { get; private set; } = "";

    public TaskState State { get; private set; }

    /// <summary>Of the last accepted report; null before the first.</summary>
    public Light? Light { get; private set; }

    /// <summary>When it was closed or carried over; null while it goes on, and where that was not kept yet.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Resource name of the task of an earlier year that goes on in this one; null for none.</summary>
    public string? CarriedFrom { get; private set; }

    /// <summary>Resource name of the task of a later year in which this one goes on; null for none.</summary>
    public string? CarriedTo { get; private set; }

    /// <summary>Identifier of the plan above whose task this one was cascaded from; null for none.</summary>
    public string? AbovePlanId { get; private init; }

    /// <summary>Number of that task; null for none.</summary>
    public int? AboveNumber { get; private init; }

    /// <summary>The revision of that task which this one follows or knowingly does not.</summary>
    public int AboveRevision { get; private set; }

    /// <summary>Where that task stood when it was last settled: IN_PROGRESS, or how it was over. Null for none.</summary>
    public TaskState? AboveState { get; private set; }

    public TaskName? CascadedFrom => AbovePlanId is { } plan && AboveNumber is { } number ? new(plan, number) : null;

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Changes with every change; the etag.</summary>
    public uint Version { get; private set; }

    public static PlanTask Draft(string plan, PlannedTask planned, TaskContent content, DateTimeOffset now) =>
        Draft(plan, planned.Number, planned.Number, planned.Section, content, now);

    public static PlanTask Draft(string plan, int number, int published, string section, TaskContent content, DateTimeOffset now)
    {
        var task = new PlanTask { PlanId = plan, Number = number, State = TaskState.Draft };
        task.Say(published, section, content, now);
        return task;
    }

    /// <summary>A unit's own task, made from one of the plan above; what the latter says later is settled by <see cref="Settle"/>.</summary>
    public static PlanTask Below(string plan, int number, PlanTask above, TaskContent content, DateTimeOffset now)
    {
        var task = new PlanTask
        {
            PlanId = plan, Number = number, State = TaskState.Draft, AbovePlanId = above.PlanId, AboveNumber = above.Number,
            AboveRevision = above.Revision, AboveState = TaskState.InProgress,
        };
        task.Say(number, above.Section, content, now);
        return task;
    }

    /// <summary>Takes note of what was settled: what the task above says, or where it stands.</summary>
    public void Settle(int revision, TaskState state, DateTimeOffset now) => (AboveRevision, AboveState, UpdatedAt) = (revision, state, now);

    /// <summary>Issues the task with the groups' members of that day.</summary>
    public void Issue(IReadOnlyDictionary<string, IReadOnlyList<GroupMember>> members, DateTimeOffset now)
    {
        Go(TaskSteps.Issue, TaskState.Issued);
        Content = Content with
        {
            SupportingGroups = [.. Content.SupportingGroups.Select(g =>
                g.Id is not null && members.TryGetValue(g.Id, out var found) ? g with { Members = found } : g)],
        };
        (UnitIds, UpdatedAt) = (UnitsOf(Content), now);
    }

    /// <summary>Every lead unit has taken note; nothing happens where that was so before, or where the task is over.</summary>
    public void Start(DateTimeOffset now)
    {
        if (State != TaskState.Issued) return;
        Go(TaskSteps.Start, TaskState.InProgress);
        UpdatedAt = now;
    }

    /// <summary>Its annual target is met.</summary>
    public void Close(DateTimeOffset now)
    {
        Go(TaskSteps.Close, TaskState.Closed);
        (EndedAt, UpdatedAt) = (now, now);
    }

    /// <summary>Goes on in another plan's task.</summary>
    /// <param name="to">That task's resource name.</param>
    public void CarryOver(string to, DateTimeOffset now)
    {
        Go(TaskSteps.CarryOver, TaskState.CarriedOver);
        (CarriedTo, EndedAt, UpdatedAt) = (to, now, now);
    }

    /// <summary>Goes on what an earlier task did not bring to its end; null where that link is taken back.</summary>
    public void ContinueFrom(string? from, DateTimeOffset now) => (CarriedFrom, UpdatedAt) = (from, now);

    public void Reopen(DateTimeOffset now)
    {
        Go(TaskSteps.Reopen, TaskState.InProgress);
        (CarriedTo, EndedAt, UpdatedAt) = (null, null, now);
    }

    /// <summary>Takes over what was decided on its names.</summary>
    /// <returns>False where <paramref name="content"/> is what it says already.</returns>
    public bool Resolve(TaskContent content, DateTimeOffset now)
    {
        if (ReferenceEquals(content, Content)) return false;
        Say(PublishedNumber, Section, content, now);
        return true;
    }

    /// <summary>Says something else from now on; who keeps what it said is the caller.</summary>
    /// <param name="acknowledged">Every unit that leads it from now on has taken note.</param>
    public void Revise(int published, string section, TaskContent content, bool acknowledged, DateTimeOffset now)
    {
        Go(TaskSteps.Revise, State.IsOver() ? State : acknowledged ? TaskState.InProgress : TaskState.Issued);
        Say(published, section, content, now);
        Revision++;
    }

    /// <summary>Is no longer part of the plan; everything about it is kept.</summary>
    public void Withdraw(DateTimeOffset now)
    {
        Go(TaskSteps.Withdraw, TaskState.Withdrawn);
        Revision++;
        UpdatedAt = now;
    }

    public void Show(Light light, DateTimeOffset now) => (Light, UpdatedAt) = (light, now);

    void Say(int published, string section, TaskContent content, DateTimeOffset now)
    {
        (PublishedNumber, Section, Content, UpdatedAt) = (published, section, content, now);
        LeadUnitIds = [.. content.LeadUnits.Select(u => u.Id).OfType<string>().Distinct()];
        UnitIds = UnitsOf(content);
        LeaderIds = [.. content.Leaders.Select(l => l.Id).OfType<string>().Distinct()];
        Quarters = [.. content.Schedule.SelectMany(i => i.Quarters).Distinct().Order()];
        OwedQuarters = TaskPeriods.OwedQuarters(content);
        SearchText = string.Join('\n', content.Target, content.ScheduleText, content.Requirement.Text);
    }

    void Go(Step<TaskState> step, TaskState to)
    {
        TaskSteps.Table.Require(step, State, to, new TaskName(PlanId, Number).ToString());
        State = to;
    }

    static string[] UnitsOf(TaskContent content) =>
        [.. content.LeadUnits.Concat(content.SupportingUnits).Select(u => u.Id).OfType<string>()
            .Concat(content.SupportingGroups.SelectMany(g => g.Members).Select(m => m.Id)).Distinct()];
}
