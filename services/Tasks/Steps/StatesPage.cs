using System.Text;
using Suite.Auth.V1;
using Suite.ServiceDefaults.Identity;

namespace Suite.Tasks.Steps;

/// <summary>State × action × role as a page of documentation: states and actions from the tables that the aggregates ask, roles from the protos.</summary>
public static class StatesPage
{
    const string Package = "suite.tasks.v1.";

    const string Head = """
        # 状态与动作 What can be done in which state

        Made from the tables in services/Tasks that the aggregates themselves ask before every step, and from the rules in
        [protos](../protos/README.md); a test compares it with them and tries every step that has no place here: it is refused with
        FAILED_PRECONDITION and the reason ILLEGAL_STEP, whose metadata names `state` and `step`. To write it anew: `SUITE_WRITE_DOCS=1` when
        running the tests of Tasks. Who may call a method on which resource is in [rights.md](rights.md).

        In a cell: the state it leads to; “=” where the state stays; empty where the step is refused.

        """;

    public static string Of(IReadOnlyList<IStepTable> tables, IReadOnlyList<MethodRights> methods)
    {
        var rights = methods.Where(m => m.Method.FullName.StartsWith(Package, StringComparison.Ordinal)).ToDictionary(m => m.Method.FullName[Package.Length..]);
        var page = new StringBuilder(Head);
        foreach (var table in tables)
        {
            page.Append('\n').Append("## ").Append(table.Title).Append(' ').Append(table.Type).Append("\n\n| action | who | (new) | ").AppendJoin(" | ", table.States).Append(" |\n");
            page.Append("| --- | --- | --- |").Append(string.Concat(Enumerable.Repeat(" --- |", table.States.Count))).Append('\n');
            foreach (var row in table.Rows) page.Append(Row(table, row, rights));
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    static string Row(IStepTable table, StepRow row, Dictionary<string, MethodRights> rights)
    {
        var who = row.Methods.SelectMany(m => Who(rights[m])).Distinct().Concat(row.Otherwise.Length > 0 ? [row.Otherwise] : []);
        var calls = string.Concat(row.Methods.Select(m => $"<br>{m}"));
        return $"| **{row.Verb}**{calls} | {string.Join("<br>", who)} | {(row.From.Count == 0 ? Leads(row, "") : "")} | "
            + $"{string.Join(" | ", table.States.Select(s => row.From.Contains(s) ? Leads(row, s) : ""))} |\n";
    }

    static string Leads(StepRow row, string from) =>
        row.To.Count == 0 ? "=" : row.To.Contains(from) && row.To.Count == row.From.Count && row.To.All(row.From.Contains) ? "=" : string.Join(" / ", row.To);

    static IEnumerable<string> Who(MethodRights method) => method.Grants.GroupBy(g => string.Join(", ", g.Roles.Where(r => r != Role.Unspecified).Select(r => r.ToString().ToLowerInvariant())))
        .Select(g => $"{g.Key} ({string.Join(", ", g.Select(x => Name(x.Scope)))})");

    static string Name(Scope scope) => scope switch
    {
        Scope.OwnUnit => "own unit",
        Scope.LedTask => "led",
        Scope.SupportedTask => "supported",
        _ => scope.ToString().ToLowerInvariant(),
    };
}
