using System.Net;
using Google.Api;
using Google.Protobuf;
using Grpc.Core;
using Suite.Directory.Accounts;
using Suite.Directory.Keys;
using Suite.Directory.V1;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;

namespace Suite.Directory.Api;

public sealed class AuthApi(SignIn signIn, SignInLimiter limiter, AccessTokens tokens, PublishedKeys published, TokenSettings settings)
    : AuthService.AuthServiceBase
{
    public override async Task<Token> CreateToken(CreateTokenRequest request, ServerCallContext context)
    {
        if (settings.ExternalAuthority is { } authority)
            throw Problems.Because(Reason.NoSuchMethod, $"This installation takes the tokens of {authority}; sign in there.");
        Check(request);
        limiter.Count(context.GetHttpContext().Connection.RemoteIpAddress ?? IPAddress.None, request.Account);
        var signedIn = request.RefreshToken.Length > 0
            ? await signIn.WithRefreshTokenAsync(request.RefreshToken, context.CancellationToken)
            : await signIn.WithPasswordAsync(request.Account, request.Password, context.CancellationToken);
        return new()
        {
            AccessToken = tokens.For(signedIn.Account), ExpiresIn = (int)AccessTokens.Lifetime.TotalSeconds, RefreshToken = signedIn.RefreshToken,
        };
    }

    public override Task<HttpBody> GetKeys(GetKeysRequest request, ServerCallContext context) => Json(published.KeySet());

    public override Task<HttpBody> GetDiscovery(GetDiscoveryRequest request, ServerCallContext context)
    {
        var http = context.GetHttpContext().Request;
        return Json(published.Discovery($"{http.Scheme}://{http.Host}"));
    }

    public override Task<CallerIdentity> GetCaller(GetCallerRequest request, ServerCallContext context)
    {
        var caller = Access.Of(context).Caller;
        return Task.FromResult(new CallerIdentity
        {
            Account = caller.Account, DisplayName = caller.DisplayName, Roles = { caller.Roles.Order() },
            Unit = caller.Unit ?? "", Person = caller.Person ?? "",
        });
    }

    static void Check(CreateTokenRequest request)
    {
        var violations = new List<FieldViolation>();
        if (request.RefreshToken.Length > 0)
        {
            if (request.Account.Length > 0 || request.Password.Length > 0)
                violations.Add(new("refresh_token", "comes instead of account and password."));
            if (request.RefreshToken.Length > SignIn.LongestRefreshToken)
                violations.Add(new("refresh_token", $"must be at most {SignIn.LongestRefreshToken} characters."));
        }
        else
        {
            if (request.Account.Length is 0 or > SignIn.LongestAccount) violations.Add(new("account", $"must be 1 to {SignIn.LongestAccount} characters."));
            if (request.Password.Length is 0 or > SignIn.LongestPassword) violations.Add(new("password", $"must be 1 to {SignIn.LongestPassword} characters."));
        }

        if (violations.Count > 0) throw Problems.InvalidFields(violations);
    }

    static Task<HttpBody> Json(byte[] document) =>
        Task.FromResult(new HttpBody { ContentType = "application/json", Data = ByteString.CopyFrom(document) });
}
