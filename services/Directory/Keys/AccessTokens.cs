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

    public string For(Account account)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = settings.Issuer, Audience = settings.Audience, IssuedAt = now, NotBefore = now, Expires = now + Lifetime,
            Claims = ClaimsOf(account), SigningCredentials = keys.Signer,
        });
    }

    static Dictionary<string, object> ClaimsOf(Account account)
    {
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Jti] = Guid.NewGuid().ToString("N"),
            [ClaimNames.Account] = account.Name,
            [ClaimNames.DisplayName] = account.DisplayName,
            [ClaimNames.Role] = account.Roles,
        };
        if (account.UnitId is { } unit) claims[ClaimNames.Unit] = ResourceNames.Unit(unit);
        if (account.PersonId is { } person) claims[ClaimNames.Person] = ResourceNames.Person(person);
        return claims;
    }
}
