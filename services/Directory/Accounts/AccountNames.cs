using System.Text.RegularExpressions;
using Suite.ServiceDefaults.Errors;

namespace Suite.Directory.Accounts;

/// <summary>Resource names of accounts: accounts/{account}.</summary>
public static partial class AccountNames
{
    const string Collection = "accounts/";
    const string Shape = "1 to 100 of a-z, 0-9, '.' and '-', beginning with a letter or digit";

    public static string Of(string id) => Collection + id;

    /// <exception cref="ProblemException">INVALID_FIELD for a name of another shape.</exception>
    public static string IdIn(string name, string field) =>
        name.StartsWith(Collection, StringComparison.Ordinal) && Id().IsMatch(name[Collection.Length..])
            ? name[Collection.Length..]
            : throw Problems.InvalidField(field, $"must be {Collection} and {Shape}.");

    public static FieldViolation? Fault(string id, string field) => Id().IsMatch(id) ? null : new(field, $"must be {Shape}.");

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{0,99}\\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
