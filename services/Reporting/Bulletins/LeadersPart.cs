using Suite.Reporting.Papers;

namespace Suite.Reporting.Bulletins;

/// <summary>分管领导任务情况: the tasks of each leader who is named first.</summary>
static class LeadersPart
{
    public static IEnumerable<Block> Compose(Draft draft)
    {
        var leaders = draft.Facts.Tasks.SelectMany(t => t.Task.Leaders.Where(l => l.Position == 1).Select(l => (Leader: l, Task: t)))
            .GroupBy(x => x.Leader.Person).Select(g => (g.First().Leader.DisplayName, (IReadOnlyList<Facts.TaskStanding>)[.. g.Select(x => x.Task).Distinct()])).ToList();
        if (leaders.Count == 0) return [];
        return [new Heading(1, draft.Words["PartLeaders"]), .. Tables.Counts(draft, draft.Words["LeadersTable"], draft.Words["ColumnLeader"], "leader", leaders)];
    }
}
