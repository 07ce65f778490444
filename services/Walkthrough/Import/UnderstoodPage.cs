using Suite.Walkthrough.Gateway;
using Suite.Walkthrough.Text;

namespace Suite.Walkthrough.Import;

/// <summary>Prints what was understood of a plan, and by name what was not.</summary>
sealed class UnderstoodPage(Page page, Session session)
{
    const int ShownOfALevel = 5;
    static readonly string[] Levels = ["ERROR", "WARNING", "NOTICE"];

    /// <param name="declared">The highest task number the document's headings name; 0 where they name none.</param>
    public async Task ShowAsync(ImportAnswer answer, int declared, CancellationToken cancellation)
    {
        var (plan, summary) = (answer.Plan, answer.Summary);
        page.Line(answer.AlreadyImported ? "PlanImportedBefore" : "PlanImported", plan.Title, plan.Name);
        page.Line("Tasks", summary.Tasks, Expected(answer, declared));
        await SectionsAsync(plan, cancellation);
        page.Line("ScheduleItems", summary.ScheduleItems);
        page.Line("Commitments", summary.Commitments);
        Count("Units", summary.Units);
        Count("Groups", summary.Groups);
        Count("People", summary.People);
        await ProposalsAsync(summary, cancellation);
        foreach (var level in Levels) Findings(level, answer.Diagnostics);
    }

    /// <summary>How many tasks there should be: what the headings say, else what the numbers run up to.</summary>
    static int Expected(ImportAnswer answer, int declared)
    {
        var missing = answer.Diagnostics.Where(d => d.Code == "NUMBER_MISSING").Select(d => d.Task).ToList();
        return declared > 0 ? declared : Math.Max(answer.Summary.Tasks + missing.Count, missing.DefaultIfEmpty().Max());
    }

    async Task SectionsAsync(Plan plan, CancellationToken cancellation)
    {
        var sections = new List<(string Name, int Count)>();
        await foreach (var tasks in session.PagesAsync<TaskPage>($"v1/{plan.Name}/tasks?pageSize=200", cancellation))
            foreach (var task in tasks.Tasks)
                if (sections.Count > 0 && sections[^1].Name == task.Section) sections[^1] = (task.Section, sections[^1].Count + 1);
                else sections.Add((task.Section, 1));
        foreach (var (name, count) in sections) page.Item(Words.Both("Section", name, count));
    }

    void Count(string key, NameCount names) => page.Line(key, names.Resolved, names.Resolved + names.Unresolved.Count);

    async Task ProposalsAsync(ImportSummary summary, CancellationToken cancellation)
    {
        string[] names = [.. summary.Units.Unresolved, .. summary.Groups.Unresolved];
        var people = summary.People.Unresolved;
        if (names.Length + people.Count == 0) return;
        page.Line("Unresolved", names.Length + people.Count);
        var resolved = await session.PostAsync<ResolveAnswer>("v1/units:resolve", new { names, people }, requestId: null, cancellation);
        foreach (var name in resolved.Resolutions.Concat(resolved.People))
            page.Item(name.Candidates.Count == 0
                ? Words.Both("NoProposal", name.AsWritten)
                : Words.Both("Proposal", name.AsWritten, string.Join(", ", name.Candidates.Select(c => $"{c.DisplayName} {c.Score}"))));
    }

    void Findings(string level, IReadOnlyList<Diagnostic> all)
    {
        var findings = all.Where(d => d.Level == $"DIAGNOSTIC_LEVEL_{level}").ToList();
        page.Line($"Findings{level}", findings.Count);
        foreach (var finding in findings.Take(ShownOfALevel))
            page.Item(Words.InChinese("Finding", finding.Task, finding.Cell, finding.Code, finding.Message, finding.Words));
        if (findings.Count > ShownOfALevel) page.Item(Words.Both("More", findings.Count - ShownOfALevel));
    }
}
