using System.Text.RegularExpressions;
using Suite.ServiceDefaults.Errors;

namespace Suite.Directory;

/// <summary>Resource names of the directory: units/{unit}, groups/{group}, people/{person}.</summary>
public static partial class ResourceNames
{
    public const string Units = "units";
    public const string Groups = "groups";
    public const string People = "people";
    public const string Clients = "clients";

    public static string Unit(string id) => $"{Units}/{id}";

    public static string Group(string id) => $"{Groups}/{id}";

    public static string Client(string id) => $"{Clients}/{id}";

    public static string Person(string id) => $"{People}/{id}";

    /// <summary>1 to 40 of a-z, 0-9 and "-".</summary>
    public static bool IsId(string text) => Id().IsMatch(text);

    /// <summary>The identifier in a resource name of the collection.</summary>
    /// <exception cref="ProblemException">INVALID_FIELD for a name of another shape.</exception>
    public static string IdIn(string collection, string name, string field) =>
        name.StartsWith($"{collection}/", StringComparison.Ordinal) && name[(collection.Length + 1)..] is var id && IsId(id)
            ? id
            : throw Problems.InvalidField(field, $"must be {collection}/ and an identifier of 1 to 40 of a-z, 0-9 and '-'.");

    [GeneratedRegex("^[a-z0-9-]{1,40}\\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
