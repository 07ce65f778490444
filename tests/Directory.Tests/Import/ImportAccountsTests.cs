using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Suite.Auth.V1;
using Suite.Directory.Storage;
using Suite.Directory.Tests.Accounts;
using Suite.Directory.V1;
using Suite.Errors.V1;

namespace Suite.Directory.Tests.Import;

/// <summary>Accounts from files.</summary>
public sealed class ImportAccountsTests(ClockedDirectory directory) : IClassFixture<ClockedDirectory>, IAsyncLifetime
{
    ImportService.ImportServiceClient _imports = null!;
    AccountService.AccountServiceClient _accounts = null!;

    AuthService.AuthServiceClient Anybody => new(directory.Host.GrpcInvoker());

    public async ValueTask InitializeAsync()
    {
        var token = await Anybody.CreateTokenAsync(new() { Account = "admin", Password = DirectoryFixture.AdminPassword });
        (_imports, _accounts) = (new(directory.Host.GrpcInvoker(token.AccessToken)), new(directory.Host.GrpcInvoker(token.AccessToken)));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task ImportAccounts_New_PasswordToldOnceAndMustBeChanged()
    {
        var request = new ImportAccountsRequest
        {
            Data = Files.Xlsx(("账号", ["帐号|姓名|角色|所属单位", "zhang.san|张三|填报人、审签|市教育局", "li.si|李四|observer|"])), RequestId = "accounts-once", FileName = "accounts.xlsx",
        };
        var tried = await _imports.ImportAccountsAsync(new(request) { DryRun = true });
        (tried.Tables[0].Created, tried.FirstPasswords.Count).ShouldBe((2, 0));
        var done = await _imports.ImportAccountsAsync(request);
        done.FirstPasswords.Select(p => (p.Account, p.DisplayName)).ShouldBe([("accounts/zhang.san", "张三"), ("accounts/li.si", "李四")]);
        var password = done.FirstPasswords[0].Password;
        password.Length.ShouldBe(20);
        (await _imports.ImportAccountsAsync(request)).FirstPasswords.ShouldBeEmpty();
        (await _accounts.GetAccountAsync(new() { Name = "accounts/zhang.san" })).Roles.ShouldBe([Role.Reporter, Role.Approver]);

        await Anybody.CreateTokenAsync(new() { Account = "zhang.san", Password = password }).ShouldFailAsync(Reason.PasswordChangeRequired);
        await Anybody.ChangePasswordAsync(new() { Account = "zhang.san", Password = password, NewPassword = "ein-neues-Wort-7" });
        await Anybody.CreateTokenAsync(new() { Account = "zhang.san", Password = password }).ShouldFailAsync(Reason.SignInFailed);
        await using var scope = directory.Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DirectoryDbContext>();
        (await db.AuditEntries.CountAsync(e => e.Detail.Contains(password))).ShouldBe(0);
        (await db.HandledRequests.AsNoTracking().ToListAsync()).ShouldAllBe(r => !Encoding.UTF8.GetString(r.Response).Contains(password));
        (await db.AuditEntries.CountAsync(e => e.Action == "ImportAccounts" && e.Detail.Contains("accounts.xlsx"))).ShouldBe(1);
    }

    [Fact]
    public async Task ImportAccounts_ChangedRights_EndSessionsAndTheSameFileDoesNothing()
    {
        var first = await _imports.ImportAccountsAsync(new() { Data = Files.Csv("账号|姓名|角色|单位", "chen.wu|陈五|填报人|市教育局") });
        await Anybody.ChangePasswordAsync(new() { Account = "chen.wu", Password = first.FirstPasswords[0].Password, NewPassword = "ein-neues-Wort-7" });
        var moved = Files.Gb18030("account|name|role|unit", "chen.wu|陈五|reporter|市财政局");
        var done = await _imports.ImportAccountsAsync(new() { Data = moved });
        (done.Tables[0].Changed, done.EndedSessions, done.FirstPasswords.Count).ShouldBe((1, 1, 0));
        (await _accounts.GetAccountAsync(new() { Name = "accounts/chen.wu" })).Unit.ShouldBe("units/finance");
        (await _imports.ImportAccountsAsync(new() { Data = moved })).Tables[0].Unchanged.ShouldBe(1);
    }

    [Fact]
    public async Task ImportAccounts_WrongRows_EachToldAndNothingWritten()
    {
        var file = Files.Csv("账号|姓名|角色|单位|领导", "ok.one|好|观察员||", "Bad Name|坏|观察员||", "no.unit|无单位|填报人||", "no.role|无角色|||", "odd.role|怪|国王||", "ok.one|好|观察员||", "admin|管理|观察员||");
        var tried = await _imports.ImportAccountsAsync(new() { Data = file, DryRun = true });
        tried.Findings.Select(f => (f.Row, f.Code)).ShouldBe(
            [(3, "ACCOUNT_SHAPE"), (4, "CELL_MISSING"), (5, "CELL_MISSING"), (6, "ROLE_UNKNOWN"), (7, "ROW_REPEATED"), (8, "REFUSED")], customMessage: tried.Findings.ToString());
        tried.Findings[^1].Why.ShouldContain("the last administrator in use");
        await _imports.ImportAccountsAsync(new() { Data = file }).ShouldFailAsync(Reason.InvalidField);
        await _accounts.GetAccountAsync(new() { Name = "accounts/ok.one" }).ShouldFailAsync(Reason.NotFound);
    }

    [Fact]
    public async Task ImportAccounts_WithPasswords_Refused() =>
        (await _imports.ImportAccountsAsync(new() { Data = Files.Csv("账号|姓名|角色|初始密码", "p.one|甲|观察员|Geheim-123") }).ShouldFailAsync(Reason.InvalidField))
            .Message.ShouldNotContain("Geheim");

    [Fact]
    public async Task ExportAccounts_ImportedAgain_ChangesNothing()
    {
        var answer = await _imports.ImportAccountsAsync(new() { Data = (await _imports.ExportAccountsAsync(new())).Data });
        answer.Tables[0].Unchanged.ShouldBe(answer.Tables[0].Rows);
        answer.Tables[0].Rows.ShouldBeGreaterThan(300);
    }
}
