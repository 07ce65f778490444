using System.Security.Claims;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Suite.Auth.V1;

namespace Suite.ServiceDefaults.Identity;

/// <summary>
/// What an external provider's claims mean here, by configuration. <c>Authentication:Claims:{Account|DisplayName|Roles|Unit|Person}</c> name
/// the provider's claims (<c>realm_access.roles</c> for a member of an object); without them the suite's own names are taken.
/// <c>Authentication:Roles:{theirs}</c> names the role that one of theirs stands for; where any is named, no other counts.
/// </summary>
public sealed class ProviderClaims
{
    static readonly Dictionary<string, string> Ours = new()
    {
        ["Account"] = ClaimNames.Account, ["DisplayName"] = ClaimNames.DisplayName, ["Roles"] = ClaimNames.Role, ["Unit"] = ClaimNames.Unit, ["Person"] = ClaimNames.Person,
    };

    readonly Dictionary<string, string> _theirs;
    readonly Dictionary<string, string> _roles;

    /// <exception cref="InvalidOperationException">A setting names no claim or no role of the suite.</exception>
    public ProviderClaims(IConfiguration configuration)
    {
        _theirs = configuration.GetSection("Authentication:Claims").GetChildren().ToDictionary(
            c => Ours.Keys.FirstOrDefault(k => k.Equals(c.Key, StringComparison.OrdinalIgnoreCase)) ?? throw new InvalidOperationException($"{c.Path} is none of {string.Join(", ", Ours.Keys)}."),
            c => c.Value ?? "");
        _roles = configuration.GetSection("Authentication:Roles").GetChildren().ToDictionary(r => r.Key, r => RoleIn(r), StringComparer.OrdinalIgnoreCase);
    }

    public bool AreOwn => _theirs.Count == 0 && _roles.Count == 0;

    /// <summary>The provider's identity with the suite's claims in place of those they are taken from.</summary>
    public ClaimsPrincipal Translate(ClaimsPrincipal user)
    {
        var claims = new List<Claim>(user.Claims.Where(c => !Ours.ContainsValue(c.Type)));
        foreach (var (key, ours) in Ours)
        {
            var values = Values(user, _theirs.GetValueOrDefault(key, ours));
            claims.AddRange(values.Select(v => Meaning(key, v)).OfType<string>().Distinct().Select(v => new Claim(ours, v)));
        }

        return new(new ClaimsIdentity(claims, user.Identity?.AuthenticationType, ClaimNames.Account, ClaimNames.Role));
    }

    string? Meaning(string key, string value) => key switch
    {
        "Roles" => _roles.Count == 0 ? value : _roles.GetValueOrDefault(value),
        "Unit" => InCollection("units", value),
        "Person" => InCollection("people", value),
        _ => value,
    };

    static string? InCollection(string collection, string value) =>
        value.Length == 0 ? null : value.StartsWith($"{collection}/", StringComparison.Ordinal) ? value : $"{collection}/{value}";

    static IEnumerable<string> Values(ClaimsPrincipal user, string name)
    {
        if (user.HasClaim(c => c.Type == name) || name.Split('.', 2) is not [var outer, var inner]) return user.FindAll(name).Select(c => c.Value);
        return user.FindAll(outer).SelectMany(c => Members(c.Value, inner));
    }

    static IReadOnlyList<string> Members(string json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty(name, out var member)) return [];
            return member.ValueKind switch
            {
                JsonValueKind.Array => [.. member.EnumerateArray().Where(m => m.ValueKind == JsonValueKind.String).Select(m => m.GetString()!)],
                JsonValueKind.String => [member.GetString()!],
                _ => [],
            };
        }
        catch (JsonException)
        {
            // Another sort of claim than the setting says: it names nobody anything.
            return [];
        }
    }

    static string RoleIn(IConfigurationSection setting) =>
        Enum.TryParse<Role>(setting.Value, ignoreCase: true, out var role) && role != Role.Unspecified && Enum.IsDefined(role)
            ? role.ToString().ToLowerInvariant()
            : throw new InvalidOperationException($"{setting.Path} must name a role of the suite, as reporter; it names '{setting.Value}'.");
}
