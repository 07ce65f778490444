using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Assignments;
using Suite.Tasks.Naming;
using Suite.Tasks.Steps;

namespace Suite.Tasks.Progress;

public enum ProgressState
{
    Draft = 1,
    Approved = 2,
    Submitted = 3,
    Accepted = 4,
    Returned = 5,
}

/// <summary>Who takes a step.</summary>
public sealed record Actor(string Account, string DisplayName);

/// <summary>
/// A unit's report on a task for one period, most often a quarter. Steps are only ever added, and the state is what the last step says. A draft's revision is
/// written over until it is approved; what was approved stays, and what follows is the next revision.
/// Draft → approved → submitted → accepted, or returned; approved and returned ones can be opened again.
/// </summary>
public sealed class ProgressReport
{
    /// <summary>Of what a field says now, in an error; the details of an error travel in a header.</summary>
    const int ToldCharacters = 100;

    readonly List<ReportRevision> _revisions = [];
    readonly List<ReportStep> _steps = [];

    public string PlanId { get; private init; } = "";

    public int TaskNumber { get; private init; }

    public string UnitId { get; private init; } = "";

    public string UnitName { get; private init; } = "";

    /// <summary>The unit's part in the task when the report was opened: a member reports on its sub-assignment, a supporter adds its contribution.</summary>
    public AssignmentRole Role { get; private init; } = AssignmentRole.Lead;

    /// <summary>The quarter that its period ends in, 1 to 4.</summary>
    public int Quarter { get; private init; }

    /// <summary><see cref="ReportPeriod.Code"/> of its period.</summary>
    public int PeriodCode { get; private init; }

    public ReportPeriod Period => ReportPeriod.OfCode(PeriodCode);

    public ProgressState State { get; private set; }

    /// <summary>The light the office set with its acceptance.</summary>
    public Light? Light { get; private set; }

    public IReadOnlyList<ReportRevision> Revisions => _revisions;

    public IReadOnlyList<ReportStep> Steps => _steps;

    /// <summary>Counts the changes: steps, and savings of a draft. The etag; a step's ordinal is its number.</summary>
    public int LastOrdinal { get; private set; }

    public string Etag => Plans.Etag.Of((uint)LastOrdinal);

    /// <summary>The row's version: of two changes at the same time one fails.</summary>
    public uint Version { get; private set; }

    public ReportName Name => new(new(PlanId, TaskNumber), UnitId, Period);

    public ReportRevision Newest => _revisions[^1];

    public ReportContent Content => Newest.Content;

    int Revision => Newest.Number;

    public static ProgressReport Open(ReportName name, string unitName, AssignmentRole role, ReportContent content, Actor by, DateTimeOffset now)
    {
        var report = new ProgressReport
        {
            PlanId = name.Task.Plan, TaskNumber = name.Task.Number, UnitId = name.Unit, UnitName = unitName, Quarter = name.Quarter,
            PeriodCode = name.Period.Code, Role = role,
        };
        report._revisions.Add(ReportRevision.First(content, report.LastOrdinal + 1, by, now));
        report.Step(ProgressState.Draft, "", by, now);
        return report;
    }

    /// <summary>Saves what a draft says; of one that is approved or returned, the next revision.</summary>
    /// <returns>False where it says that already: nothing changes.</returns>
    public bool Revise(ReportContent content, Actor by, DateTimeOffset now)
    {
        Require(ReportSteps.Update);
        if (State != ProgressState.Draft) Begin("", by, now);
        else if (ReportDifference.Between(Content, content).Count == 0) return false;
        else LastOrdinal++;
        Newest.Write(content, LastOrdinal, by, now);
        return true;
    }

    /// <summary>Takes an approval back, or takes a returned report up again: the next revision, which begins as the last one ends.</summary>
    public void Reopen(string reason, Actor by, DateTimeOffset now)
    {
        Require(ReportSteps.Reopen);
        if (State == ProgressState.Approved && string.IsNullOrWhiteSpace(reason)) throw Problems.InvalidField("comment", "must say why the approval is withdrawn.");
        Begin(reason, by, now);
    }

    public void Approve(string comment, Actor by, DateTimeOffset now)
    {
        Require(ReportSteps.Approve);
        Step(ProgressState.Approved, comment, by, now);
    }

    public void Submit(string comment, Actor by, DateTimeOffset now)
    {
        Require(ReportSteps.Submit);
        Step(ProgressState.Submitted, comment, by, now);
    }

    public void Return(string reason, Actor by, DateTimeOffset now)
    {
        Require(ReportSteps.Return);
        if (string.IsNullOrWhiteSpace(reason)) throw Problems.InvalidField("comment", "must say why the report is returned.");
        Step(ProgressState.Returned, reason, by, now);
    }

    /// <param name="suggested">What the rules suggest; setting another light needs a comment.</param>
    public void Accept(Light? light, Light? suggested, string comment, Actor by, DateTimeOffset now)
    {
        Require(ReportSteps.Accept);
        if (Role == AssignmentRole.Support)
        {
            if (light is not null) throw Problems.InvalidField("light", "must be left out: a contribution sets no light.");
            Step(ProgressState.Accepted, comment, by, now);
            return;
        }

        var set = light ?? suggested ?? Progress.Light.Green;
        if (suggested is not null && set != suggested && string.IsNullOrWhiteSpace(comment))
            throw Problems.InvalidField("comment", $"must say why the light is {set} where the commitments suggest {suggested}.");
        Light = set;
        Step(ProgressState.Accepted, comment, by, now);
    }

    /// <exception cref="ProblemException">ILLEGAL_STEP where it is not being drafted.</exception>
    public void RequireDraft(string step)
    {
        if (State != ProgressState.Draft) throw Problems.IllegalStep("Report", Name.ToString(), StateNames.Of(State), step);
    }

    /// <exception cref="ProblemException">ILLEGAL_STEP where it cannot be changed now.</exception>
    public void RequireChangeable() => Require(ReportSteps.Update);

    /// <summary>Who took a step on the present revision, and when.</summary>
    public ReportStep? LastStep(ProgressState kind) => _steps.LastOrDefault(s => s.Kind == kind && s.Revision == Revision);

    /// <summary>
    /// The newest revision that has come as far as <paramref name="stage"/> (null: any). What a viewer may see ends there: the
    /// draft of a returned report belongs to the unit alone.
    /// </summary>
    public int? NewestRevision(ProgressState? stage) =>
        stage is null ? Revision : _steps.LastOrDefault(s => s.Kind == stage)?.Revision;

    /// <summary>What changed after the change numbered <paramref name="change"/>: the last step and the fields, with what they say now.</summary>
    public IReadOnlyList<ChangedField> ChangesAfter(int change) =>
        [.. StepAfter(change, Revision), .. Newest.Marks.Where(m => m.Change > change).OrderBy(m => m.Field, StringComparer.Ordinal)
            .Select(m => new ChangedField(m.Field, Cut(ReportDifference.Read(Content, m.Field)), m.Account, m.DisplayName, m.Time))];

    /// <summary>The last step after that change on a revision up to this one.</summary>
    public IReadOnlyList<ChangedField> StepAfter(int change, int revision) =>
        [.. _steps.Where(s => s.Ordinal > change && s.Revision <= revision).TakeLast(1)
            .Select(s => new ChangedField("state", s.Kind.ToString().ToUpperInvariant(), s.Account, s.DisplayName, s.Time))];

    static string Cut(string text) => text.Length <= ToldCharacters ? text : $"{text[..(char.IsHighSurrogate(text[ToldCharacters - 1]) ? ToldCharacters - 1 : ToldCharacters)]}…";

    void Begin(string comment, Actor by, DateTimeOffset now)
    {
        _revisions.Add(Newest.Next());
        Step(ProgressState.Draft, comment, by, now);
    }

    void Step(ProgressState kind, string comment, Actor by, DateTimeOffset now)
    {
        _steps.Add(new(++LastOrdinal, kind, Revision, by.Account, by.DisplayName, now, comment));
        State = kind;
    }

    void Require(Step<ProgressState> step) => ReportSteps.Table.Require(step, State, Name.ToString());
}

/// <summary>One step in a report's life, never changed.</summary>
/// <param name="Kind">The state it led to.</param>
public sealed record ReportStep(int Ordinal, ProgressState Kind, int Revision, string Account, string DisplayName, DateTimeOffset Time, string Comment);
