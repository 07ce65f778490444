using Suite.ServiceDefaults.Errors;

namespace Suite.Directory.Accounts;

/// <summary>What an account is allowed to be: name, roles, unit and person together.</summary>
/// <param name="Roles">As the roles claim says them, without repetition.</param>
/// <param name="UnitId">The unit it acts for, or null.</param>
/// <param name="PersonId">The person it belongs to, or null.</param>
public sealed record AccountRights(string DisplayName, IReadOnlyList<string> Roles, string? UnitId, string? PersonId)
{
    public const int LongestDisplayName = 100;

    public static AccountRights Of(Account account) => new(account.DisplayName, account.Roles, account.UnitId, account.PersonId);

    public bool IsAdmin => Roles.Contains(RoleNames.Admin);

    /// <summary>True when a token issued for the one says something about rights that the other no longer does.</summary>
    public bool DiffersFrom(AccountRights other) =>
        !Roles.ToHashSet().SetEquals(other.Roles) || UnitId != other.UnitId || PersonId != other.PersonId;

    public IEnumerable<FieldViolation> Faults()
    {
        if (string.IsNullOrWhiteSpace(DisplayName) || DisplayName.Length > LongestDisplayName)
            yield return new("account.display_name", $"must be 1 to {LongestDisplayName} characters.");
        if (Roles.Count == 0) yield return new("account.roles", "must hold at least one role.");
        if (UnitId is null && Roles.Any(r => r is RoleNames.Reporter or RoleNames.Approver))
            yield return new("account.unit", "must be given for a reporter or approver.");
        if (PersonId is null && Roles.Contains(RoleNames.Leader)) yield return new("account.person", "must be given for a leader.");
    }

    public void ApplyTo(Account account) =>
        (account.DisplayName, account.Roles, account.UnitId, account.PersonId, account.Revision) = (DisplayName, [.. Roles], UnitId, PersonId, account.Revision + 1);
}
