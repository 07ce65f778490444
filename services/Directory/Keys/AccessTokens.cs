using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Suite.Directory.Accounts;
using Suite.ServiceDefaults.Identity;

namespace Suite.Directory.Keys;

/// <summary>Signs access tokens.</summary>
public sealed class AccessTokens(KeyRing keys, TokenSettings settings, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <param name="session">What the token rests on: it is refused once that has ended.</param>
    public string For(Account account, Guid session)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = settings.Issuer, Audience = settings.Audience, IssuedAt = now, NotBefore = now, Expires = now + Lifetime,
            Claims = ClaimsOf(account, session), SigningCredentials = keys.Signer,
        });
    }

    static Dictionary<string, object> ClaimsOf(Account account, Guid session)
    {
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Jti] = Guid.NewGuid().ToString("N"),
            [ClaimNames.Session] = session.ToString(),
            [ClaimNames.Account] = account.Name,
            [ClaimNames.DisplayName] = account.DisplayName,
            [ClaimNames.Role] = account.Roles,
        };
        if (account.UnitId is { } unit) claims[ClaimNames.Unit] = ResourceNames.Unit(unit);
        if (account.PersonId is { } person) claims[ClaimNames.Person] = ResourceNames.Person(person);
        return claims;
    }
}
