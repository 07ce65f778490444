using System.Net;
using Google.Protobuf;
using Grpc.Core;
using Suite.Directory.Accounts;
using Suite.Directory.Clients;
using Suite.Directory.Keys;
using Suite.Directory.V1;
using Suite.Http;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;

namespace Suite.Directory.Api;

public sealed class AuthApi(SignIn signIn, SignInLimiter limiter, AccessTokens tokens, PublishedKeys published, StoredRevocations revocations, TokenSettings settings, SessionDesk desk,
    KeyDesk keys)
    : AuthService.AuthServiceBase
{
    public override async Task<Token> CreateToken(CreateTokenRequest request, ServerCallContext context)
    {
        settings.CheckOwn();
        Check(request);
        Count(context, request.Account);
        var signedIn = request.RefreshToken.Length > 0
            ? await signIn.WithRefreshTokenAsync(request.RefreshToken, context.CancellationToken)
            : await signIn.WithPasswordAsync(request.Account, request.Password, context.CancellationToken);
        return TokenFor(signedIn);
    }

    public override async Task<Token> ChangePassword(ChangePasswordRequest request, ServerCallContext context)
    {
        settings.CheckOwn();
        Check(request);
        Count(context, request.Account);
        return TokenFor(await signIn.ChangePasswordAsync(request.Account, request.Password, request.NewPassword, context.CancellationToken));
    }

    public override async Task<Token> CreateClientToken(CreateClientTokenRequest request, ServerCallContext context)
    {
        settings.CheckOwn();
        if (request.Client.Length is 0 or > SignIn.LongestAccount) throw Problems.InvalidField("client", $"must be 1 to {SignIn.LongestAccount} characters.");
        if (request.Secret.Length is 0 or > Secrets.Longest) throw Problems.InvalidField("secret", $"must be 1 to {Secrets.Longest} characters.");
        Count(context, ResourceNames.Client(request.Client));
        var signedIn = await signIn.WithSecretAsync(request.Client, request.Secret, context.CancellationToken);
        return new() { AccessToken = tokens.For(signedIn.Client, signedIn.Grant), ExpiresIn = (int)AccessTokens.Lifetime.TotalSeconds };
    }

    public override Task<SignOutResponse> SignOut(SignOutRequest request, ServerCallContext context) => desk.SignOutAsync(request, everywhere: false, context);

    public override Task<SignOutResponse> SignOutEverywhere(SignOutEverywhereRequest request, ServerCallContext context) =>
        desk.SignOutAsync(request, everywhere: true, context);

    public override Task<ListSessionsResponse> ListSessions(ListSessionsRequest request, ServerCallContext context) => desk.ListAsync(request, context);

    public override async Task<HttpBody> GetRevocations(GetRevocationsRequest request, ServerCallContext context) =>
        await Json(await revocations.DocumentAsync(context.CancellationToken));

    public override Task<RotateKeysResponse> RotateKeys(RotateKeysRequest request, ServerCallContext context)
    {
        settings.CheckOwn();
        return keys.RotateAsync(request, context);
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

    void Count(ServerCallContext context, string account) =>
        limiter.Count(context.GetHttpContext().Connection.RemoteIpAddress ?? IPAddress.None, account);

    Token TokenFor(SignedIn signedIn) => new()
    {
        AccessToken = tokens.For(signedIn.Account, signedIn.Session), ExpiresIn = (int)AccessTokens.Lifetime.TotalSeconds,
        RefreshToken = signedIn.RefreshToken,
    };

    static void Check(ChangePasswordRequest request)
    {
        var violations = PasswordOf(request.Account, request.Password);
        if (violations.Count == 0 && PasswordRules.Fault("new_password", request.Account, request.NewPassword) is { } fault) violations.Add(fault);
        if (violations.Count > 0) throw Problems.InvalidFields(violations);
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
            violations = PasswordOf(request.Account, request.Password);
        }

        if (violations.Count > 0) throw Problems.InvalidFields(violations);
    }

    static List<FieldViolation> PasswordOf(string account, string password)
    {
        var violations = new List<FieldViolation>();
        if (account.Length is 0 or > SignIn.LongestAccount) violations.Add(new("account", $"must be 1 to {SignIn.LongestAccount} characters."));
        if (password.Length is 0 or > SignIn.LongestPassword) violations.Add(new("password", $"must be 1 to {SignIn.LongestPassword} characters."));
        return violations;
    }

    static Task<HttpBody> Json(byte[] document) =>
        Task.FromResult(new HttpBody { ContentType = "application/json", Data = ByteString.CopyFrom(document) });
}
