using Suite.Tasks.Decomposition;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Plans;

public enum TaskState
{
    Draft = 1,
    Issued = 2,
    InProgress = 3,
    Withdrawn = 4,
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

    /// <summary>The words that text search looks through.</summary>
    public string SearchText { get; private set; } = "";

    public TaskState State { get; private set; }

    /// <summary>Of the last accepted report; null before the first.</summary>
    public Light? Light { get; private set; }

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

    /// <summary>Issues the task with the groups' members of that day.</summary>
    public void Issue(IReadOnlyDictionary<string, IReadOnlyList<GroupMember>> members, DateTimeOffset now)
    {
        Content = Content with
        {
            SupportingGroups = [.. Content.SupportingGroups.Select(g =>
                g.Id is not null && members.TryGetValue(g.Id, out var found) ? g with { Members = found } : g)],
        };
        (UnitIds, State, UpdatedAt) = (UnitsOf(Content), TaskState.Issued, now);
    }

    /// <summary>Every lead unit has taken note.</summary>
    public void Start(DateTimeOffset now) => (State, UpdatedAt) = (TaskState.InProgress, now);

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
        Say(published, section, content, now);
        Revision++;
        State = acknowledged ? TaskState.InProgress : TaskState.Issued;
    }

    /// <summary>Is no longer part of the plan; everything about it is kept.</summary>
    public void Withdraw(DateTimeOffset now)
    {
        Revision++;
        (State, UpdatedAt) = (TaskState.Withdrawn, now);
    }

    public void Show(Light light, DateTimeOffset now) => (Light, UpdatedAt) = (light, now);

    void Say(int published, string section, TaskContent content, DateTimeOffset now)
    {
        (PublishedNumber, Section, Content, UpdatedAt) = (published, section, content, now);
        LeadUnitIds = [.. content.LeadUnits.Select(u => u.Id).OfType<string>().Distinct()];
        UnitIds = UnitsOf(content);
        LeaderIds = [.. content.Leaders.Select(l => l.Id).OfType<string>().Distinct()];
        Quarters = [.. content.Schedule.SelectMany(i => i.Quarters).Distinct().Order()];
        SearchText = string.Join('\n', content.Target, content.ScheduleText, content.Requirement.Text);
    }

    static string[] UnitsOf(TaskContent content) =>
        [.. content.LeadUnits.Concat(content.SupportingUnits).Select(u => u.Id).OfType<string>()
            .Concat(content.SupportingGroups.SelectMany(g => g.Members).Select(m => m.Id)).Distinct()];
}
