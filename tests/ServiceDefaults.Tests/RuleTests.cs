using System.Net;
using Grpc.Core;
using Shouldly;
using Suite.Auth.V1;
using Suite.Errors.V1;
using Suite.Testing;

namespace Suite.ServiceDefaults.Tests;

/// <summary>Who may call what, as the rules in the proto say.</summary>
public sealed class RuleTests(ShelfServer server) : IClassFixture<ShelfServer>
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Start_MethodWithoutRule_IsRefused()
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddServiceDefaults();
        using var app = (IDisposable)builder.Build();

        Should.Throw<InvalidOperationException>(() => ((WebApplication)app).MapApi<UngovernedApi>()).Message
            .ShouldContain("suite.testing.v1.UngovernedService.Open declares no suite.auth.v1.rule");
    }

    [Theory]
    [InlineData(Role.Office, null, "shelves/2/books/1", null)]
    [InlineData(Role.Reporter, "units/a", "shelves/1/books/1", null)]
    [InlineData(Role.Reporter, "units/a", "shelves/2/books/1", Reason.OutOfScope)]
    [InlineData(Role.Reporter, "units/b", "shelves/1/books/1", Reason.OutOfScope)]
    [InlineData(Role.Reporter, null, "shelves/1/books/1", Reason.OutOfScope)]
    [InlineData(Role.Reporter, "units/a", "", Reason.OutOfScope)]
    [InlineData(Role.Leader, "units/a", "shelves/1/books/1", Reason.RoleNotAllowed)]
    [InlineData(Role.Unspecified, null, "shelves/1/books/1", Reason.RoleNotAllowed)]
    public async Task Lend_RoleAndScope_DecideThroughBothDoors(Role role, string? unit, string book, Reason? refusal)
    {
        var token = TestTokens.For("caller", [role], unit);
        var shelf = server.ShelfWith(token);
        if (refusal is null)
        {
            (await shelf.LendBookAsync(new() { Name = book }, cancellationToken: Token)).Seen.ShouldStartWith("caller|");
            return;
        }

        var (status, problem) = await Answers.RefusalAsync(async () => await shelf.LendBookAsync(new() { Name = book }, cancellationToken: Token));
        problem.Reason.ShouldBe(refusal.Value);
        status.ShouldBe(StatusCode.PermissionDenied);
        if (book.Length == 0) return;
        var json = await server.Client.JsonAsync(HttpMethod.Post, $"/v1/{book}:lend", "{}", ("Authorization", $"Bearer {token}"));
        json.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Lend_TwoRoles_GrantTheScopesOfBoth()
    {
        var shelf = server.ShelfWith(TestTokens.For("both", [Role.Office, Role.Reporter], "units/a"));

        (await shelf.LendBookAsync(new() { Name = "shelves/1/books/1" }, cancellationToken: Token)).Seen.ShouldContain("Any");
    }

    [Fact]
    public async Task WhoAmI_WithoutToken_AsksForOne()
    {
        var (status, problem) = await Answers.RefusalAsync(async () => await server.Shelf.WhoAmIAsync(new(), cancellationToken: Token));
        using var response = await server.Client.GetAsync("/v1/me", Token);

        (status, problem.Reason).ShouldBe((StatusCode.Unauthenticated, Reason.TokenRequired));
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.Single().Scheme.ShouldBe("Bearer");
    }

    public static TheoryData<string> Faults => [.. BadTokens.All.Keys];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task WhoAmI_TokenThatCannotBeAccepted_IsRefused(string fault)
    {
        var (status, _) = await Answers.RefusalAsync(async () => await server.ShelfWith(BadTokens.All[fault]).WhoAmIAsync(new(), cancellationToken: Token));

        status.ShouldBe(StatusCode.Unauthenticated);
    }

    [Fact]
    public async Task Get_AnonymousMethodWithBadToken_IsServed() =>
        (await server.ShelfWith("nonsense").GetBookAsync(new() { Name = "x" }, cancellationToken: Token)).Name.ShouldBe("x");

    [Fact]
    public async Task WhoAmI_AuthorityOutOfReach_IsUnavailableNotUnauthenticated()
    {
        await using var lonely = new ShelfServer(_ => { }, authority: $"http://127.0.0.1:{FreePorts.Take()}");
        await lonely.InitializeAsync();
        var token = TestTokens.For(Role.Office);

        var (status, problem) = await Answers.RefusalAsync(async () => await lonely.ShelfWith(token).WhoAmIAsync(new(), cancellationToken: Token));
        var json = await lonely.Client.JsonAsync(HttpMethod.Get, "/v1/me", body: (string?)null, ("Authorization", $"Bearer {token}"));
        (status, problem.Reason).ShouldBe((StatusCode.Unavailable, Reason.DependencyUnavailable));
        json.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await lonely.ShelfWith(token).GetBookAsync(new() { Name = "x" }, cancellationToken: Token)).Name.ShouldBe("x");
        (await Answers.RefusalAsync(async () => await lonely.Shelf.WhoAmIAsync(new(), cancellationToken: Token))).Status.ShouldBe(StatusCode.Unauthenticated);
    }
}
