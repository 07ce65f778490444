using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Suite.Directory.Accounts;
using Suite.Directory.Clients;
using Suite.ServiceDefaults.Identity;

namespace Suite.Directory.Keys;

/// <summary>Signs access tokens.</summary>
public sealed class AccessTokens(KeyRing keys, TokenSettings settings, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <param name="session">What the token rests on: it is refused once that has ended.</param>
    public string For(Account account, Guid session) => Sign(ClaimsOf(account, session));

    /// <summary>A token of an API client, which says what methods it may be used for.</summary>
    public string For(ApiClient client, Guid grant)
    {
        var claims = ClaimsOf(ResourceNames.Client(client.Id), client.DisplayName, client.Roles, client.UnitId, grant);
        claims[ClaimNames.Methods] = client.Methods;
        return Sign(claims);
    }

    string Sign(Dictionary<string, object> claims)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = settings.Issuer, Audience = settings.Audience, IssuedAt = now, NotBefore = now, Expires = now + Lifetime,
            Claims = claims, SigningCredentials = keys.Signer,
        });
    }

    static Dictionary<string, object> ClaimsOf(Account account, Guid session)
    {
        var claims = ClaimsOf(account.Name, account.DisplayName, account.Roles, account.UnitId, session);
        if (account.PersonId is { } person) claims[ClaimNames.Person] = ResourceNames.Person(person);
        return claims;
    }

    static Dictionary<string, object> ClaimsOf(string subject, string displayName, string[] roles, string? unitId, Guid session)
    {
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Jti] = Guid.NewGuid().ToString("N"),
            [ClaimNames.Session] = session.ToString(),
            [ClaimNames.Account] = subject,
            [ClaimNames.DisplayName] = displayName,
            [ClaimNames.Role] = roles,
        };
        if (unitId is not null) claims[ClaimNames.Unit] = ResourceNames.Unit(unitId);
        return claims;
    }
}
