using System.Globalization;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Decomposition;
using Suite.Tasks.Naming;

namespace Suite.Tasks.Plans;

/// <summary>A document read and resolved, before anything is written: what a dry run shows and an import keeps.</summary>
public sealed record PlanDraft(
    string PlanId, PlanFacts Facts, IReadOnlyList<PlanTask> Tasks, ImportSummary Summary, IReadOnlyList<ImportFinding> Findings)
{
    /// <param name="identity">Of the import, by <see cref="ImportIdentity"/>.</param>
    /// <exception cref="ProblemException">INVALID_FIELD where no plan can be named; UNREADABLE_DOCUMENT where a number stands for two tasks.</exception>
    public static PlanDraft From(PlanDocument document, string identity, string planId, NameBook names, DateTimeOffset now)
    {
        var year = YearIn(document, planId);
        var id = IdOf(document, planId);
        RequireDistinctNumbers(document);
        var facts = new PlanFacts(document.Title ?? "", year, document.Issuer ?? "", document.IssuedOn, document.Tasks.Count, identity);
        var tasks = document.Tasks.Select(t => PlanTask.Draft(id, t, Resolve(t, names), now)).ToList();
        return new(id, facts, tasks, ImportSummary.Of(document, names), ImportFinding.Of(document, names));
    }

    /// <summary>The plan that the document is for: the one asked for, else its year's.</summary>
    /// <exception cref="ProblemException">INVALID_FIELD where no plan can be named.</exception>
    public static string IdOf(PlanDocument document, string planId) =>
        planId.Length > 0 ? planId : YearIn(document, planId).ToString(CultureInfo.InvariantCulture);

    static int YearIn(PlanDocument document, string planId) => document.Year ?? YearOf(planId)
        ?? throw Problems.InvalidField("plan", "the document's heading names no year, so the plan's name must be one, such as 2024.");

    static TaskContent Resolve(PlannedTask task, NameBook names) => new(
        task.Requirement, task.Target, task.TargetCommitments, task.ScheduleText, task.Schedule,
        [.. task.Leaders.Select(names.Leader)], [.. task.LeadUnits.Select(names.Unit)],
        [.. task.SupportingUnits.Select(names.Unit)], [.. task.SupportingGroups.Select(names.Group)])
    {
        Label = task.Label ?? "", Attributes = task.Attributes,
    };

    static int? YearOf(string planId) =>
        planId.Length == 4 && int.TryParse(planId, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    static void RequireDistinctNumbers(PlanDocument document)
    {
        var doubled = document.Tasks.GroupBy(t => t.Number).FirstOrDefault(g => g.Count() > 1);
        if (doubled is not null)
            throw Problems.Because(Reason.UnreadableDocument,
                $"Task number {doubled.Key} stands for two tasks (lines {string.Join(" and ", doubled.Select(t => t.SourceLine))}); every number must be used once.");
    }
}
