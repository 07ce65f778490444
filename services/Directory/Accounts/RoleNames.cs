using Suite.Auth.V1;

namespace Suite.Directory.Accounts;

/// <summary>Roles as accounts and tokens name them; rule.proto tells what each may do.</summary>
static class RoleNames
{
    public const string Admin = "admin";
    public const string Office = "office";
    public const string Reporter = "reporter";
    public const string Approver = "approver";
    public const string Leader = "leader";
    public const string Observer = "observer";

    public static string Of(Role role) => role.ToString().ToLowerInvariant();

    public static Role Parse(string name) => Enum.Parse<Role>(name, ignoreCase: true);
}
