using Suite.Directory.Accounts;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;

namespace Suite.Directory.Clients;

/// <summary>What rights a client may be given.</summary>
static class ClientRules
{
    const int MostMethods = 50;

    /// <summary>No client keeps accounts, and none is a leader: both are somebody in person.</summary>
    static readonly string[] Roles = [RoleNames.Office, RoleNames.Reporter, RoleNames.Approver, RoleNames.Observer];

    static readonly Lazy<IReadOnlySet<string>> Callable = new(() =>
        RightsMatrix.Methods.SelectMany(m => new[] { m.Method.FullName, m.Method.Service.FullName }).ToHashSet());

    public static IEnumerable<FieldViolation> Faults(ClientRights rights)
    {
        if (string.IsNullOrWhiteSpace(rights.DisplayName) || rights.DisplayName.Length > AccountRights.LongestDisplayName)
            yield return new("client.display_name", $"must be 1 to {AccountRights.LongestDisplayName} characters.");
        if (rights.Roles.Count == 0 || rights.Roles.Any(r => !Roles.Contains(r)))
            yield return new("client.roles", $"must hold at least one of {string.Join(", ", Roles)}, and no other.");
        if (rights.UnitId is null && rights.Roles.Any(r => r is RoleNames.Reporter or RoleNames.Approver))
            yield return new("client.unit", "must be given for a reporter or approver.");
        if (rights.Methods.Count is 0 or > MostMethods) yield return new("client.methods", $"must hold 1 to {MostMethods} methods or services.");
        foreach (var (at, method) in rights.Methods.Index().Where(m => !Callable.Value.Contains(m.Item)).Take(MostMethods))
            yield return new($"client.methods[{at}]", "must be the full name of a method or service, as suite.tasks.v1.TaskService.GetTask.");
    }
}
