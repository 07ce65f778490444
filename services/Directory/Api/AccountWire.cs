using Google.Protobuf.WellKnownTypes;
using Suite.Auth.V1;
using Suite.Directory.Accounts;
using Suite.Directory.V1;
using Suite.ServiceDefaults.Errors;
using Account = Suite.Directory.Accounts.Account;
using Enum = System.Enum;

namespace Suite.Directory.Api;

/// <summary>Accounts as the contract's messages, and back.</summary>
static class AccountWire
{
    static readonly string[] Changeable = ["display_name", "roles", "unit", "person"];

    public static V1.Account Of(Account account) => new()
    {
        Name = AccountNames.Of(account.Name), DisplayName = account.DisplayName, Roles = { account.Roles.Select(RoleNames.Parse).Order() },
        Unit = account.UnitId is { } unit ? ResourceNames.Unit(unit) : "", Person = account.PersonId is { } person ? ResourceNames.Person(person) : "",
        State = account.Disabled is null ? AccountState.Active : AccountState.Disabled, PasswordChangeRequired = account.MustChangePassword,
        LockedUntilTime = account.LockedUntil?.ToTimestamp(), CreateTime = account.Created.ToTimestamp(), Demo = account.IsDemo,
        Etag = AccountDesk.EtagOf(account),
    };

    /// <exception cref="ProblemException">INVALID_FIELD for a role, unit or person of another shape.</exception>
    public static AccountRights RightsOf(V1.Account message) => new(
        message.DisplayName.Trim(), [.. message.Roles.Select((role, at) => Role(role, $"account.roles[{at}]")).Distinct()],
        UnitIn(message.Unit, "account.unit"), message.Person.Length == 0 ? null : ResourceNames.IdIn(ResourceNames.People, message.Person, "account.person"));

    /// <summary>What the account becomes when the fields of the mask are taken from the message; all four where it is empty.</summary>
    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static AccountRights Apply(Account account, V1.Account message, FieldMask? mask)
    {
        IReadOnlyCollection<string> paths = mask?.Paths is { Count: > 0 } given ? given : Changeable;
        if (paths.FirstOrDefault(p => !Changeable.Contains(p)) is { } odd)
            throw Problems.InvalidField("update_mask", $"may name {string.Join(", ", Changeable)}; '{odd}' cannot be changed here.");
        var merged = Of(account);
        foreach (var path in paths)
        {
            var field = V1.Account.Descriptor.FindFieldByName(path);
            if (field.IsRepeated) merged.Roles.Clear();
            if (field.IsRepeated) merged.Roles.Add(message.Roles);
            else field.Accessor.SetValue(merged, field.Accessor.GetValue(message));
        }

        return RightsOf(merged);
    }

    public static string? UnitIn(string name, string field) => name.Length == 0 ? null : ResourceNames.IdIn(ResourceNames.Units, name, field);

    public static string Role(Role role, string field) =>
        role != Auth.V1.Role.Unspecified && Enum.IsDefined(role) ? RoleNames.Of(role) : throw Problems.InvalidField(field, "must be a value of Role.");
}
