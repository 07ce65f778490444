using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using Suite.Directory.V1;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;

namespace Suite.Directory.Tests.Accounts;

public sealed class SignInTests(ClockedDirectory directory) : IClassFixture<ClockedDirectory>, IDisposable
{
    AuthService.AuthServiceClient Auth => new(directory.Host.GrpcInvoker());

    public void Dispose() => directory.Clock.Shift = TimeSpan.Zero;

    [Theory]
    [InlineData("admin", DirectoryFixture.AdminPassword, "admin,office", "", "")]
    [InlineData("office", DirectoryFixture.DemoPassword, "office", "", "")]
    [InlineData("observer", DirectoryFixture.DemoPassword, "observer", "", "")]
    [InlineData("humen.reporter", DirectoryFixture.DemoPassword, "reporter", "units/humen", "")]
    [InlineData("health.approver", DirectoryFixture.DemoPassword, "approver", "units/health", "")]
    [InlineData("liu-wei.leader", DirectoryFixture.DemoPassword, "leader", "", "people/liu-wei")]
    public async Task CreateToken_RightPassword_CallerAsTheAccountSays(string account, string password, string roles, string unit, string person)
    {
        var token = await Auth.CreateTokenAsync(new() { Account = account, Password = password });
        token.ExpiresIn.ShouldBe(900);
        var caller = await new AuthService.AuthServiceClient(directory.Host.GrpcInvoker(token.AccessToken)).GetCallerAsync(new());
        caller.Account.ShouldBe(account);
        string.Join(',', caller.Roles.Select(r => r.ToString().ToLowerInvariant())).ShouldBe(roles);
        (caller.Unit, caller.Person).ShouldBe((unit, person));
        caller.DisplayName.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task CreateToken_OverJson_AsDocumented()
    {
        var answer = await directory.Host.HttpClient().PostAsJsonAsync("/v1/auth/token", new { account = "office", password = DirectoryFixture.DemoPassword });
        var token = await answer.Content.ReadFromJsonAsync<JsonElement>();
        token.GetProperty("accessToken").GetString()!.Split('.').Length.ShouldBe(3);
        token.GetProperty("expiresIn").GetInt32().ShouldBe(900);
        token.GetProperty("refreshToken").GetString()!.Length.ShouldBeGreaterThan(40);
    }

    [Fact]
    public async Task CreateToken_UnknownWrongLocked_OneAnswerInSimilarTime()
    {
        for (var i = 0; i < 5; i++) await RefusalAsync("dalang.reporter", "wrong");
        var answers = new List<(string Message, TimeSpan Time)>();
        foreach (var (account, password) in new[] { ("nobody-here", "x"), ("dalang.approver", "wrong"), ("dalang.reporter", "wrong"), ("dalang.reporter", DirectoryFixture.DemoPassword) })
        {
            var watch = Stopwatch.StartNew();
            answers.Add(((await RefusalAsync(account, password)).Message, watch.Elapsed));
        }

        answers.Select(a => a.Message).Distinct().ShouldHaveSingleItem();
        answers.ShouldAllBe(a => a.Time >= TimeSpan.FromMilliseconds(290));
    }

    [Fact]
    public async Task CreateToken_FiveFailures_LockedForFifteenMinutesAndAudited()
    {
        for (var i = 0; i < 5; i++) await RefusalAsync("qishi.reporter", "wrong");
        await RefusalAsync("qishi.reporter", DirectoryFixture.DemoPassword);
        directory.Clock.Shift = TimeSpan.FromMinutes(14);
        await RefusalAsync("qishi.reporter", DirectoryFixture.DemoPassword);
        directory.Clock.Shift = TimeSpan.FromMinutes(16);
        await Auth.CreateTokenAsync(new() { Account = "qishi.reporter", Password = DirectoryFixture.DemoPassword });
        (await CountAsync("SELECT count(*) FROM audit_entry WHERE action = 'LockAccount' AND resource = 'accounts/qishi.reporter'")).ShouldBe(1);
    }

    [Fact]
    public async Task CreateToken_EachFailure_IsAuditedAndWhatWasTypedIsNot()
    {
        const string typed = "secret-in-the-wrong-box";
        await RefusalAsync("houjie.reporter", typed);
        await RefusalAsync(typed, "x");
        await Auth.CreateTokenAsync(new() { RefreshToken = typed }).ShouldFailAsync(Reason.SignInFailed);
        await Auth.CreateClientTokenAsync(new() { Client = "no-such-client", Secret = typed }).ShouldFailAsync(Reason.SignInFailed);
        const string refused = "SELECT count(*) FROM audit_entry WHERE action = 'Refused' AND actor = '-' AND detail LIKE '%SIGN_IN_FAILED%127.0.0.1%' AND resource";
        (await CountAsync($"{refused} = 'accounts/houjie.reporter'")).ShouldBe(1);
        (await CountAsync($"{refused} = '/suite.directory.v1.AuthService/CreateToken'")).ShouldBeGreaterThanOrEqualTo(2);
        (await CountAsync($"{refused} = '/suite.directory.v1.AuthService/CreateClientToken'")).ShouldBe(1);
        (await CountAsync($"SELECT count(*) FROM audit_entry WHERE concat(actor, resource, detail) LIKE '%{typed}%'")).ShouldBe(0);
    }

    [Fact]
    public async Task CreateToken_FourFailuresThenRight_CountsAnew()
    {
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++) await RefusalAsync("qishi.approver", "wrong");
            await Auth.CreateTokenAsync(new() { Account = "qishi.approver", Password = DirectoryFixture.DemoPassword });
        }
    }

    [Fact]
    public async Task CreateToken_GuessesAtOnce_CountedOneByOne()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => RefusalAsync("tangxia.reporter", "wrong")));
        await RefusalAsync("tangxia.reporter", DirectoryFixture.DemoPassword);
        (await CountAsync("SELECT failures FROM account WHERE name = 'tangxia.reporter'")).ShouldBe(0);
        (await CountAsync("SELECT count(*) FROM audit_entry WHERE action = 'LockAccount' AND resource = 'accounts/tangxia.reporter'")).ShouldBe(1);
    }

    [Theory]
    [InlineData("", "x", "", "account")]
    [InlineData("office", "", "", "password")]
    [InlineData("office", "x", "token", "refresh_token")]
    public async Task CreateToken_HalfARequest_InvalidField(string account, string password, string refresh, string field)
    {
        var call = Auth.CreateTokenAsync(new() { Account = account, Password = password, RefreshToken = refresh });
        (await call.ShouldFailAsync(Reason.InvalidField)).Violations[0].Field.ShouldBe(field);
    }

    [Fact]
    public async Task CreateToken_LongestTexts_InvalidField()
    {
        await Auth.CreateTokenAsync(new() { Account = new('a', 101), Password = "x" }).ShouldFailAsync(Reason.InvalidField);
        await Auth.CreateTokenAsync(new() { Account = "a", Password = new('x', 201) }).ShouldFailAsync(Reason.InvalidField);
        await Auth.CreateTokenAsync(new() { RefreshToken = new('x', 201) }).ShouldFailAsync(Reason.InvalidField);
    }

    [Fact]
    public async Task CreateToken_RefreshToken_NewPairOnce()
    {
        var first = await Auth.CreateTokenAsync(new() { Account = "office", Password = DirectoryFixture.DemoPassword });
        var second = await Auth.CreateTokenAsync(new() { RefreshToken = first.RefreshToken });
        second.RefreshToken.ShouldNotBe(first.RefreshToken);
        await Auth.CreateTokenAsync(new() { RefreshToken = second.RefreshToken });
    }

    [Fact]
    public async Task CreateToken_RefreshTokenTwice_EndsTheWholeFamilyButNoOther()
    {
        var other = await Auth.CreateTokenAsync(new() { Account = "humen.approver", Password = DirectoryFixture.DemoPassword });
        var stolen = await Auth.CreateTokenAsync(new() { Account = "humen.approver", Password = DirectoryFixture.DemoPassword });
        var thiefs = await Auth.CreateTokenAsync(new() { RefreshToken = stolen.RefreshToken });
        await Auth.CreateTokenAsync(new() { RefreshToken = stolen.RefreshToken }).ShouldFailAsync(Reason.SignInFailed);
        await Auth.CreateTokenAsync(new() { RefreshToken = thiefs.RefreshToken }).ShouldFailAsync(Reason.SignInFailed);
        await Auth.CreateTokenAsync(new() { RefreshToken = other.RefreshToken });
        (await CountAsync("SELECT count(*) FROM audit_entry WHERE action = 'EndSession' AND resource = 'accounts/humen.approver'")).ShouldBe(1);
    }

    [Fact]
    public async Task CreateToken_OldRefreshToken_Refused()
    {
        var first = await Auth.CreateTokenAsync(new() { Account = "office", Password = DirectoryFixture.DemoPassword });
        directory.Clock.Shift = TimeSpan.FromDays(4);
        await Auth.CreateTokenAsync(new() { RefreshToken = first.RefreshToken }).ShouldFailAsync(Reason.SignInFailed);
    }

    [Fact]
    public async Task Storage_AfterSignIn_HoldsNoTokenOrPasswordInClear()
    {
        var token = await Auth.CreateTokenAsync(new() { Account = "admin", Password = DirectoryFixture.AdminPassword });
        (await CountAsync($"SELECT count(*) FROM refresh_token WHERE encode(hash, 'escape') LIKE '%{token.RefreshToken}%'")).ShouldBe(0);
        (await CountAsync($"SELECT count(*) FROM account WHERE password_hash LIKE '%{DirectoryFixture.AdminPassword}%'")).ShouldBe(0);
        (await CountAsync($"SELECT count(*) FROM audit_entry WHERE detail LIKE '%{DirectoryFixture.AdminPassword}%'")).ShouldBe(0);
    }

    Task<Problem> RefusalAsync(string account, string password) =>
        Auth.CreateTokenAsync(new() { Account = account, Password = password }).ShouldFailAsync(Reason.SignInFailed);

    async Task<long> CountAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(directory.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
