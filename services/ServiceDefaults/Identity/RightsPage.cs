using System.Text;
using Suite.Auth.V1;

namespace Suite.ServiceDefaults.Identity;

/// <summary>The rights matrix as a page of documentation.</summary>
public static class RightsPage
{
    const string Head = """
        # 权限一览 Who may do what

        Made from the rules in [protos](../protos/README.md) (`suite.auth.v1.rule`); a test compares it with them. To write it anew:
        `SUITE_WRITE_DOCS=1` when running the tests of ServiceDefaults. A service asks it by `GET /v1/rights`.

        | | 含义 |
        | --- | --- |
        | any | 任何资源 any resource |
        | issued | 已交办的计划及其内容 what has been issued |
        | own unit | 本单位的资源 what belongs to the caller's unit |
        | led | 本单位牵头的任务 tasks the caller's unit leads |
        | supported | 本单位协助的任务(含作为成员) tasks it supports, itself or as a member of a group |
        | portfolio | 本人分管的任务(含代管期间) tasks the caller is a responsible leader of, or stands in for one |
        | sub-assigned | 本单位作为成员承担的任务 tasks in which the caller's unit has a sub-assignment as a member of a group |
        | sub-report | 本单位牵头任务中成员单位的填报 members' reports in tasks the caller's unit leads |
        | jurisdiction | 本单位自定的计划 plans that the caller's unit made for itself; “any” of the same method reaches all plans but those |
        | everybody | 无需令牌 no token is asked for |
        | (empty) | 不允许 refused with ROLE_NOT_ALLOWED |

        A scope that does not hold is refused with OUT_OF_SCOPE, or with NOT_FOUND where the caller may not know of the resource. Refusals
        are in the audit of the service that refused. An API client has the rights of its roles and unit, and of those only the
        methods it was given.

        """;

    static readonly Role[] Roles = [.. Enum.GetValues<Role>().Where(r => r != Role.Unspecified)];

    public static string Of(IReadOnlyList<MethodRights> methods)
    {
        var page = new StringBuilder(Head);
        foreach (var service in methods.GroupBy(m => m.Method.Service.FullName))
        {
            page.Append('\n').Append("## ").Append(service.Key).Append("\n\n| method | ").AppendJoin(" | ", Roles.Select(Name)).Append(" |\n| --- |");
            page.Append(string.Concat(Enumerable.Repeat(" --- |", Roles.Length))).Append('\n');
            foreach (var method in service) page.Append(Row(method));
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    static string Row(MethodRights method)
    {
        var cells = Roles.Select(role => method.Anonymous ? "everybody" : string.Join(", ", method.ScopesOf(role).Select(Name)));
        var paths = string.Concat(method.JsonPaths.Select(p => $"<br>`{p}`"));
        return $"| **{method.Method.Name}**{paths}<br>{method.Summary.Replace("|", "\\|", StringComparison.Ordinal)} | {string.Join(" | ", cells)} |\n";
    }

    static string Name(Role role) => role.ToString().ToLowerInvariant();

    static string Name(Scope scope) => scope switch
    {
        Scope.OwnUnit => "own unit",
        Scope.LedTask => "led",
        Scope.SupportedTask => "supported",
        Scope.SubAssigned => "sub-assigned",
        Scope.SubReport => "sub-report",
        _ => scope.ToString().ToLowerInvariant(),
    };
}
