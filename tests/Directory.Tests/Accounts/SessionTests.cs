using System.Net;
using System.Net.Http.Json;
using Suite.Directory.V1;
using Suite.Errors.V1;

namespace Suite.Directory.Tests.Accounts;

/// <summary>Sessions and their end: what was issued on an ended one is refused, the rest goes on.</summary>
public sealed class SessionTests(DirectoryFixture directory) : IClassFixture<DirectoryFixture>
{
    const string NewPassword = "a longer secret";

    AuthService.AuthServiceClient Anybody => new(directory.Host.GrpcInvoker());

    [Fact]
    public async Task SignOut_OneOfTwoSessions_ItsTokensAreRefusedTheOthersNot()
    {
        var (one, other) = (await SignInAsync("observer"), await SignInAsync("observer"));
        (await With(one).SignOutAsync(new())).EndedSessions.ShouldBe(1);
        await ShouldBeOverAsync(one);
        (await With(other).GetCallerAsync(new())).Account.ShouldBe("observer");
        await Anybody.CreateTokenAsync(new() { RefreshToken = other.RefreshToken });
    }

    [Fact]
    public async Task SignOutEverywhere_ThreeSessions_AllRefusedAnotherAccountsNot()
    {
        var sessions = new[] { await SignInAsync("qishi.reporter"), await SignInAsync("qishi.reporter"), await SignInAsync("qishi.reporter") };
        var other = await SignInAsync("qishi.approver");
        (await With(sessions[1]).SignOutEverywhereAsync(new())).EndedSessions.ShouldBe(3);
        foreach (var session in sessions) await ShouldBeOverAsync(session);
        (await With(other).GetCallerAsync(new())).Account.ShouldBe("qishi.approver");
    }

    [Fact]
    public async Task CreateToken_StolenRefreshToken_EndsTheAccessTokensOfTheFamilyToo()
    {
        var first = await SignInAsync("dalang.reporter");
        var second = await Anybody.CreateTokenAsync(new() { RefreshToken = first.RefreshToken });
        await Anybody.CreateTokenAsync(new() { RefreshToken = first.RefreshToken }).ShouldFailAsync(Reason.SignInFailed);
        await ShouldBeOverAsync(second);
    }

    [Fact]
    public async Task ListSessions_Paged_OwnOnesNewestFirstWithTheCurrentMarked()
    {
        var tokens = new List<Token>();
        for (var i = 0; i < 3; i++) tokens.Add(await SignInAsync("dalang.approver"));
        await With(tokens[0]).SignOutAsync(new());
        var auth = With(tokens[1]);
        var first = await auth.ListSessionsAsync(new() { PageSize = 1 });
        var second = await auth.ListSessionsAsync(new() { PageSize = 1, PageToken = first.NextPageToken });
        (first.Sessions.Single().Current, second.Sessions.Single().Current).ShouldBe((false, true));
        first.Sessions[0].StartTime.ShouldBeGreaterThan(second.Sessions[0].StartTime);
        second.NextPageToken.ShouldBeEmpty();
        await auth.ListSessionsAsync(new() { PageSize = -1 }).ShouldFailAsync(Reason.InvalidField);
        await auth.ListSessionsAsync(new() { PageToken = "x" }).ShouldFailAsync(Reason.InvalidPageToken);
    }

    [Fact]
    public async Task ChangePassword_Right_OldSessionsEndAndOnlyTheNewPasswordWorks()
    {
        var old = await SignInAsync("tangxia.reporter");
        var changed = await Anybody.ChangePasswordAsync(Change("tangxia.reporter", DirectoryFixture.DemoPassword, NewPassword));
        (await With(changed).GetCallerAsync(new())).Account.ShouldBe("tangxia.reporter");
        await ShouldBeOverAsync(old);
        await Anybody.CreateTokenAsync(new() { Account = "tangxia.reporter", Password = DirectoryFixture.DemoPassword }).ShouldFailAsync(Reason.SignInFailed);
        await Anybody.CreateTokenAsync(new() { Account = "tangxia.reporter", Password = NewPassword });
    }

    [Theory]
    [InlineData("short", "10 to 200")]
    [InlineData("aaaaaaaaaaaaaaa", "4 different")]
    [InlineData("tangxia.approver-2024", "account's name")]
    public async Task ChangePassword_WeakOne_InvalidFieldWhoeverAsks(string password, string expected)
    {
        foreach (var present in new[] { DirectoryFixture.DemoPassword, "wrong" })
        {
            var problem = await Anybody.ChangePasswordAsync(Change("tangxia.approver", present, password)).ShouldFailAsync(Reason.InvalidField);
            problem.Violations.Single().Field.ShouldBe("new_password");
            problem.Message.ShouldContain(expected);
        }
    }

    [Fact]
    public async Task ChangePassword_WrongPresentOne_CountsForTheLockAndSaysAsLittle()
    {
        for (var i = 0; i < 5; i++) await Anybody.ChangePasswordAsync(Change("humen.reporter", "wrong", NewPassword)).ShouldFailAsync(Reason.SignInFailed);
        var locked = await Anybody.CreateTokenAsync(new() { Account = "humen.reporter", Password = DirectoryFixture.DemoPassword }).ShouldFailAsync(Reason.SignInFailed);
        var unknown = await Anybody.ChangePasswordAsync(Change("nobody-here", "wrong", NewPassword)).ShouldFailAsync(Reason.SignInFailed);
        unknown.Message.ShouldBe(locked.Message);
    }

    [Fact]
    public async Task OverJson_SignInListAndOut_AsDocumented()
    {
        var token = await SignInAsync("observer");
        var client = directory.Host.HttpClient(token.AccessToken);
        (await client.GetStringAsync("/v1/auth/sessions")).ShouldContain("\"current\": true");
        var answer = await client.PostAsJsonAsync("/v1/auth/session:signOut", new { });
        (await answer.Content.ReadAsStringAsync()).ShouldContain("\"endedSessions\": 1");
        (await client.GetAsync("/v1/auth/sessions")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await directory.Host.HttpClient().GetStringAsync("/v1/auth/revocations")).ShouldStartWith("{\"sessions\":[\"");
    }

    static ChangePasswordRequest Change(string account, string password, string newPassword) =>
        new() { Account = account, Password = password, NewPassword = newPassword };

    async Task<Token> SignInAsync(string account) => await Anybody.CreateTokenAsync(new() { Account = account, Password = DirectoryFixture.DemoPassword });

    AuthService.AuthServiceClient With(Token token) => new(directory.Host.GrpcInvoker(token.AccessToken));

    async Task ShouldBeOverAsync(Token token)
    {
        await With(token).GetCallerAsync(new()).ShouldFailAsync(Reason.TokenRequired);
        await Anybody.CreateTokenAsync(new() { RefreshToken = token.RefreshToken }).ShouldFailAsync(Reason.SignInFailed);
    }
}
