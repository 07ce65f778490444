using System.Security.Claims;
using Suite.Auth.V1;

namespace Suite.ServiceDefaults.Identity;

/// <summary>Who makes a call, as the verified token says.</summary>
/// <param name="Account">Account name.</param>
/// <param name="Unit">units/{unit} the account acts for, or null.</param>
/// <param name="Person">people/{person} the account belongs to, or null.</param>
public sealed record Caller(string Account, string DisplayName, IReadOnlySet<Role> Roles, string? Unit, string? Person)
{
    /// <summary>The sign-in the token rests on; null where the issuer of the token names none.</summary>
    public string? Session { get; init; }

    /// <summary>Full names of the only methods and services an API client's token is good for; null for whatever the roles allow.</summary>
    public IReadOnlySet<string>? Methods { get; init; }

    /// <param name="method">As gRPC names it: "/package.Service/Method".</param>
    public bool MayUse(string method)
    {
        if (Methods is null) return true;
        var slash = method.LastIndexOf('/');
        var service = method[1..slash];
        return Methods.Contains(service) || Methods.Contains($"{service}.{method[(slash + 1)..]}");
    }

    /// <summary>Reads the claims that <see cref="ClaimNames"/> lists; null when nobody is signed in.</summary>
    public static Caller? From(ClaimsPrincipal? user)
    {
        if (user?.Identity?.IsAuthenticated != true || user.FindFirstValue(ClaimNames.Account) is not { Length: > 0 } account) return null;
        var roles = user.FindAll(ClaimNames.Role).Select(c => RoleOf(c.Value)).Where(r => r != Role.Unspecified).ToHashSet();
        return new(account, user.FindFirstValue(ClaimNames.DisplayName) ?? account, roles,
            user.FindFirstValue(ClaimNames.Unit), user.FindFirstValue(ClaimNames.Person))
        {
            Session = user.FindFirstValue(ClaimNames.Session),
            Methods = user.HasClaim(c => c.Type == ClaimNames.Methods) ? user.FindAll(ClaimNames.Methods).Select(c => c.Value).ToHashSet() : null,
        };
    }

    static Role RoleOf(string claim) => Enum.TryParse<Role>(claim, ignoreCase: true, out var role) && Enum.IsDefined(role) ? role : Role.Unspecified;
}

/// <summary>The claims of an access token. Roles are the names of <see cref="Role"/> in lower case: admin, office, reporter, ….</summary>
public static class ClaimNames
{
    public const string Account = "sub";
    public const string DisplayName = "name";
    public const string Role = "roles";
    public const string Unit = "unit";
    public const string Person = "person";

    /// <summary>Only on tokens of API clients: the methods and services the token is good for.</summary>
    public const string Methods = "methods";

    /// <summary>The sign-in a token rests on (OpenID Connect's session ID); when it ends, the token is refused.</summary>
    public const string Session = "sid";
}
