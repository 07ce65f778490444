using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Suite.Auth.V1;
using Suite.Directory.Storage;
using Suite.Directory.V1;
using Suite.Errors.V1;

namespace Suite.Directory.Tests.Accounts;

/// <summary>Accounts as the administrator keeps them.</summary>
public sealed class AccountTests(DirectoryFixture directory) : IClassFixture<DirectoryFixture>, IAsyncLifetime
{
    const string First = "first secret";
    const string Second = "second secret";

    AccountService.AccountServiceClient _admin = null!;

    AuthService.AuthServiceClient Anybody => new(directory.Host.GrpcInvoker());

    public async ValueTask InitializeAsync()
    {
        var token = await Anybody.CreateTokenAsync(new() { Account = "admin", Password = DirectoryFixture.AdminPassword });
        _admin = new(directory.Host.GrpcInvoker(token.AccessToken));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task CreateAccount_FirstPassword_MustBeChangedBeforeSigningIn()
    {
        var created = await CreateAsync("li.na");
        (created.Name, created.Unit, created.PasswordChangeRequired, created.State).ShouldBe(("accounts/li.na", "units/humen", true, AccountState.Active));
        await Anybody.CreateTokenAsync(new() { Account = "li.na", Password = First }).ShouldFailAsync(Reason.PasswordChangeRequired);
        await Anybody.CreateTokenAsync(new() { Account = "li.na", Password = "wrong" }).ShouldFailAsync(Reason.SignInFailed);
        await Anybody.ChangePasswordAsync(new() { Account = "li.na", Password = First, NewPassword = First }).ShouldFailAsync(Reason.InvalidField);
        var token = await Anybody.ChangePasswordAsync(new() { Account = "li.na", Password = First, NewPassword = Second });
        var caller = await new AuthService.AuthServiceClient(directory.Host.GrpcInvoker(token.AccessToken)).GetCallerAsync(new());
        (caller.Roles.Single(), caller.Unit).ShouldBe((Role.Reporter, "units/humen"));
        (await _admin.GetAccountAsync(new() { Name = "accounts/li.na" })).PasswordChangeRequired.ShouldBeFalse();
    }

    [Fact]
    public async Task CreateAccount_Twice_SameRequestIdAnswersAgainAnotherIsRefused()
    {
        var request = New("twice");
        request.RequestId = "create-twice";
        var first = await _admin.CreateAccountAsync(request);
        request.Password = "other secret";
        (await _admin.CreateAccountAsync(request)).ShouldBe(first);
        request.RequestId = "create-twice-again";
        (await _admin.CreateAccountAsync(request).ShouldFailAsync(Reason.AlreadyExists)).Resource!.Name.ShouldBe("accounts/twice");
    }

    [Fact]
    public async Task CreateAccount_NothingRight_NamesEveryField()
    {
        await ShouldFailAsync(new() { AccountId = "Big", Password = "x", Account = new() }, "account_id", "password");
        await ShouldFailAsync(new() { AccountId = "a" }, "account");
        await ShouldFailAsync(new() { AccountId = "a", Account = new() { Roles = { Role.Unspecified } } }, "account.roles[0]");
        await ShouldFailAsync(new() { AccountId = "a", Account = new() { Roles = { (Role)99 } } }, "account.roles[0]");
        await ShouldFailAsync(new() { AccountId = "a", Account = new() }, "account.display_name", "account.roles");
        await ShouldFailAsync(new() { AccountId = "a", Account = new() { DisplayName = "a", Roles = { Role.Reporter, Role.Leader } } }, "account.unit", "account.person");
        await ShouldFailAsync(new() { AccountId = "a", Account = new() { DisplayName = "a", Roles = { Role.Reporter }, Unit = "units/nowhere" } }, "account.unit");
        await ShouldFailAsync(new() { AccountId = "a", Account = new() { DisplayName = "a", Roles = { Role.Leader }, Person = "humen" } }, "account.person");
    }

    [Fact]
    public async Task UpdateAccount_OtherRights_SessionsEndNewTokensSayThem()
    {
        var account = await CreateAsync("wang.wei");
        var token = await Anybody.ChangePasswordAsync(new() { Account = "wang.wei", Password = First, NewPassword = Second });
        var changed = await _admin.UpdateAccountAsync(new()
        {
            Account = new() { Name = account.Name, Roles = { Role.Approver }, DisplayName = "ignored" }, UpdateMask = new() { Paths = { "roles" } },
        });
        (changed.Roles.Single(), changed.DisplayName, changed.Unit).ShouldBe((Role.Approver, "李娜", "units/humen"));
        await new AuthService.AuthServiceClient(directory.Host.GrpcInvoker(token.AccessToken)).GetCallerAsync(new()).ShouldFailAsync(Reason.TokenRequired);
        await Anybody.CreateTokenAsync(new() { RefreshToken = token.RefreshToken }).ShouldFailAsync(Reason.SignInFailed);
    }

    [Fact]
    public async Task UpdateAccount_NameShownOnly_SessionsGoOn()
    {
        var account = await CreateAsync("zhao.min");
        var token = await Anybody.ChangePasswordAsync(new() { Account = "zhao.min", Password = First, NewPassword = Second });
        account.DisplayName = "赵敏";
        account.Etag = "";
        await _admin.UpdateAccountAsync(new() { Account = account });
        await new AuthService.AuthServiceClient(directory.Host.GrpcInvoker(token.AccessToken)).GetCallerAsync(new());
    }

    [Fact]
    public async Task UpdateAccount_OldEtagOrOddMask_Refused()
    {
        var account = await CreateAsync("etag");
        await _admin.UpdateAccountAsync(new() { Account = account });
        await _admin.UpdateAccountAsync(new() { Account = account }).ShouldFailAsync(Reason.StaleEtag);
        await _admin.UpdateAccountAsync(new() { Account = new() { Name = account.Name }, UpdateMask = new() { Paths = { "state" } } }).ShouldFailAsync(Reason.InvalidField);
        await _admin.UpdateAccountAsync(new() { Account = new() { Name = "accounts/no-such" } }).ShouldFailAsync(Reason.NotFound);
        await _admin.UpdateAccountAsync(new()).ShouldFailAsync(Reason.InvalidField);
    }

    [Fact]
    public async Task DisableAccount_ThenEnable_RefusedMeanwhileLikeAWrongPassword()
    {
        var account = await CreateAsync("gone");
        var token = await Anybody.ChangePasswordAsync(new() { Account = "gone", Password = First, NewPassword = Second });
        (await _admin.DisableAccountAsync(new() { Name = account.Name })).State.ShouldBe(AccountState.Disabled);
        await new AuthService.AuthServiceClient(directory.Host.GrpcInvoker(token.AccessToken)).GetCallerAsync(new()).ShouldFailAsync(Reason.TokenRequired);
        await Anybody.CreateTokenAsync(new() { RefreshToken = token.RefreshToken }).ShouldFailAsync(Reason.SignInFailed);
        var right = await Anybody.CreateTokenAsync(new() { Account = "gone", Password = Second }).ShouldFailAsync(Reason.SignInFailed);
        var unknown = await Anybody.CreateTokenAsync(new() { Account = "never-there", Password = Second }).ShouldFailAsync(Reason.SignInFailed);
        right.Message.ShouldBe(unknown.Message);
        await _admin.DisableAccountAsync(new() { Name = account.Name }).ShouldFailAsync(Reason.IllegalStep);
        await _admin.EnableAccountAsync(new() { Name = account.Name });
        await _admin.EnableAccountAsync(new() { Name = account.Name }).ShouldFailAsync(Reason.IllegalStep);
        await Anybody.CreateTokenAsync(new() { Account = "gone", Password = Second });
    }

    [Fact]
    public async Task ResetPassword_LockedAccount_OpenAgainWithAPasswordToChange()
    {
        var account = await CreateAsync("forgot");
        for (var i = 0; i < 5; i++) await Anybody.CreateTokenAsync(new() { Account = "forgot", Password = "wrong" }).ShouldFailAsync(Reason.SignInFailed);
        (await _admin.GetAccountAsync(new() { Name = account.Name })).LockedUntilTime.ShouldNotBeNull();
        (await _admin.ResetPasswordAsync(new() { Name = account.Name, Password = Second })).LockedUntilTime.ShouldBeNull();
        await Anybody.CreateTokenAsync(new() { Account = "forgot", Password = Second }).ShouldFailAsync(Reason.PasswordChangeRequired);
        await _admin.ResetPasswordAsync(new() { Name = account.Name, Password = "weak" }).ShouldFailAsync(Reason.InvalidField);
    }

    [Fact]
    public async Task LastAdmin_DisabledOrDemoted_Refused()
    {
        await _admin.DisableAccountAsync(new() { Name = "accounts/admin" }).ShouldFailAsync(Reason.IllegalStep);
        var demotion = new UpdateAccountRequest { Account = new() { Name = "accounts/admin", Roles = { Role.Office } }, UpdateMask = new() { Paths = { "roles" } } };
        await _admin.UpdateAccountAsync(demotion).ShouldFailAsync(Reason.IllegalStep);
    }

    [Fact]
    public async Task SignOutAccount_OpenSession_Ended()
    {
        var token = await Anybody.CreateTokenAsync(new() { Account = "observer", Password = DirectoryFixture.DemoPassword });
        await _admin.SignOutAccountAsync(new() { Name = "accounts/observer" });
        await new AuthService.AuthServiceClient(directory.Host.GrpcInvoker(token.AccessToken)).GetCallerAsync(new()).ShouldFailAsync(Reason.TokenRequired);
    }

    [Fact]
    public async Task ListAccounts_FilteredAndPaged_EachOnceInOrder()
    {
        var seen = new List<string>();
        var request = new ListAccountsRequest { Role = Role.Approver, PageSize = 60, State = AccountState.Active };
        do
        {
            var page = await _admin.ListAccountsAsync(request);
            seen.AddRange(page.Accounts.Where(a => a.Demo).Select(a => a.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        seen.ShouldBe(seen.Distinct().Order(StringComparer.Ordinal));
        seen.Count.ShouldBeGreaterThan(100);
        (await _admin.ListAccountsAsync(new() { Unit = "units/dalang" })).Accounts.Select(a => a.Name).ShouldBe(["accounts/dalang.approver", "accounts/dalang.reporter"]);
        await _admin.ListAccountsAsync(new() { Unit = "health" }).ShouldFailAsync(Reason.InvalidField);
        await _admin.ListAccountsAsync(new() { State = (AccountState)9 }).ShouldFailAsync(Reason.InvalidField);
    }

    [Fact]
    public async Task OverJson_CreateGetChangeDisable_AsDocumented()
    {
        var token = await Anybody.CreateTokenAsync(new() { Account = "admin", Password = DirectoryFixture.AdminPassword });
        var client = directory.Host.HttpClient(token.AccessToken);
        var body = new { accountId = "json.one", password = First, account = new { displayName = "一", roles = new[] { "ROLE_OBSERVER" } } };
        var created = await (await client.PostAsJsonAsync("/v1/accounts", body)).Content.ReadFromJsonAsync<JsonElement>();
        created.GetProperty("name").GetString().ShouldBe("accounts/json.one");
        var patched = await client.PatchAsJsonAsync("/v1/accounts/json.one?updateMask=displayName", new { displayName = "二" });
        (await patched.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("displayName").GetString().ShouldBe("二");
        var disabled = await (await client.PostAsJsonAsync("/v1/accounts/json.one:disable", new { })).Content.ReadAsStringAsync();
        disabled.ShouldContain("ACCOUNT_STATE_DISABLED");
    }

    [Fact]
    public async Task Audit_AfterChanges_TellsRightsBeforeAndAfterAndNoPassword()
    {
        var account = await CreateAsync("audited");
        await _admin.UpdateAccountAsync(new() { Account = new() { Name = account.Name, Unit = "units/health" }, UpdateMask = new() { Paths = { "unit" } } });
        await using var scope = directory.Host.Services.CreateAsyncScope();
        var entries = await scope.ServiceProvider.GetRequiredService<DirectoryDbContext>().AuditEntries.AsNoTracking()
            .Where(e => e.Resource == account.Name).OrderBy(e => e.Sequence).ToListAsync();
        entries.Select(e => (e.Actor, e.Action)).ShouldBe([("admin", "CreateAccount"), ("admin", "UpdateAccount")]);
        var change = JsonDocument.Parse(entries[1].Detail).RootElement;
        change.GetProperty("before").GetProperty("UnitId").GetString().ShouldBe("humen");
        change.GetProperty("after").GetProperty("UnitId").GetString().ShouldBe("health");
        entries.ShouldAllBe(e => !e.Detail.Contains("secret"));
    }

    static CreateAccountRequest New(string id) => new()
    {
        AccountId = id, Password = First, Account = new() { DisplayName = "李娜", Roles = { Role.Reporter }, Unit = "units/humen" },
    };

    async Task<Account> CreateAsync(string id) => await _admin.CreateAccountAsync(New(id));

    async Task ShouldFailAsync(CreateAccountRequest request, params string[] fields) =>
        (await _admin.CreateAccountAsync(request).ShouldFailAsync(Reason.InvalidField)).Violations.Select(v => v.Field).ShouldBe(fields);
}
