using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Naming;

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
/// A unit's report on a task for one quarter. Revisions and steps are only ever added; the state is what the last step says.
/// Draft → approved → submitted → accepted, or returned, from where the next revision starts.
/// </summary>
public sealed class ProgressReport
{
    readonly List<ReportRevision> _revisions = [];
    readonly List<ReportStep> _steps = [];

    public string PlanId { get; private init; } = "";

    public int TaskNumber { get; private init; }

    public string UnitId { get; private init; } = "";

    public string UnitName { get; private init; } = "";

    /// <summary>1 to 4.</summary>
    public int Quarter { get; private init; }

    public ProgressState State { get; private set; }

    /// <summary>The light the office set with its acceptance.</summary>
    public Light? Light { get; private set; }

    public IReadOnlyList<ReportRevision> Revisions => _revisions;

    public IReadOnlyList<ReportStep> Steps => _steps;

    /// <summary>Ordinal of the last step. It also makes every step a change of the report itself, so that its version moves on.</summary>
    public int LastOrdinal { get; private set; }

    /// <summary>Changes with every change; the etag.</summary>
    public uint Version { get; private set; }

    public ReportName Name => new(new(PlanId, TaskNumber), UnitId, Quarter);

    public ReportContent Content => _revisions[^1].Content;

    int Revision => _revisions[^1].Number;

    public static ProgressReport Open(ReportName name, string unitName, ReportContent content, Actor by, DateTimeOffset now)
    {
        var report = new ProgressReport
        {
            PlanId = name.Task.Plan, TaskNumber = name.Task.Number, UnitId = name.Unit, UnitName = unitName, Quarter = name.Quarter,
        };
        report.Write(content, by, now);
        return report;
    }

    public void Revise(ReportContent content, Actor by, DateTimeOffset now)
    {
        Require("be changed", ProgressState.Draft, ProgressState.Approved, ProgressState.Returned);
        Write(content, by, now);
    }

    public void Approve(string comment, Actor by, DateTimeOffset now)
    {
        Require("be approved", ProgressState.Draft);
        Step(ProgressState.Approved, comment, by, now);
    }

    public void Submit(string comment, Actor by, DateTimeOffset now)
    {
        Require("be submitted", ProgressState.Approved);
        Step(ProgressState.Submitted, comment, by, now);
    }

    public void Return(string reason, Actor by, DateTimeOffset now)
    {
        Require("be returned", ProgressState.Submitted);
        if (string.IsNullOrWhiteSpace(reason)) throw Problems.InvalidField("comment", "must say why the report is returned.");
        Step(ProgressState.Returned, reason, by, now);
    }

    /// <param name="suggested">What the rules suggest; setting another light needs a comment.</param>
    public void Accept(Light? light, Light? suggested, string comment, Actor by, DateTimeOffset now)
    {
        Require("be accepted", ProgressState.Submitted);
        var set = light ?? suggested ?? Progress.Light.Green;
        if (suggested is not null && set != suggested && string.IsNullOrWhiteSpace(comment))
            throw Problems.InvalidField("comment", $"must say why the light is {set} where the commitments suggest {suggested}.");
        Light = set;
        Step(ProgressState.Accepted, comment, by, now);
    }

    /// <summary>Who took a step on the present revision, and when.</summary>
    public ReportStep? LastStep(ProgressState kind) => _steps.LastOrDefault(s => s.Kind == kind && s.Revision == Revision);

    /// <summary>
    /// The newest revision that has come as far as <paramref name="stage"/> (null: any). What a viewer may see ends there: the
    /// draft of a returned report belongs to the unit alone.
    /// </summary>
    public int? NewestRevision(ProgressState? stage) =>
        stage is null ? Revision : _steps.LastOrDefault(s => s.Kind == stage)?.Revision;

    void Write(ReportContent content, Actor by, DateTimeOffset now)
    {
        _revisions.Add(new(_revisions.Count + 1, content));
        Step(ProgressState.Draft, "", by, now);
    }

    void Step(ProgressState kind, string comment, Actor by, DateTimeOffset now)
    {
        _steps.Add(new(++LastOrdinal, kind, Revision, by.Account, by.DisplayName, now, comment));
        State = kind;
    }

    void Require(string step, params ReadOnlySpan<ProgressState> states)
    {
        if (!states.Contains(State)) throw Problems.IllegalStep("Report", Name.ToString(), State.ToString().ToUpperInvariant(), step);
    }
}

/// <summary>One wording of a report, never changed.</summary>
public sealed record ReportRevision(int Number, ReportContent Content);

/// <summary>One step in a report's life, never changed.</summary>
/// <param name="Kind">The state it led to.</param>
public sealed record ReportStep(int Ordinal, ProgressState Kind, int Revision, string Account, string DisplayName, DateTimeOffset Time, string Comment);
