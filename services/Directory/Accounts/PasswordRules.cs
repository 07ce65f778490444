using Suite.ServiceDefaults.Errors;

namespace Suite.Directory.Accounts;

/// <summary>What a password must be like when it is set.</summary>
public static class PasswordRules
{
    public const int Shortest = 10;
    const int FewestKinds = 4;

    /// <summary>The fault of a new password; null for none.</summary>
    public static FieldViolation? Fault(string field, string account, string password) => password switch
    {
        { Length: < Shortest or > SignIn.LongestPassword } => new(field, $"must have {Shortest} to {SignIn.LongestPassword} characters."),
        _ when password.Distinct().Count() < FewestKinds => new(field, $"must have at least {FewestKinds} different characters."),
        _ when password.Contains(account, StringComparison.OrdinalIgnoreCase) => new(field, "must not contain the account's name."),
        _ => null,
    };
}
