using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Suite.Directory.Seeding;
using Suite.Directory.Storage;
using Suite.Directory.V1;
using Suite.Errors.V1;
using Suite.Testing;

namespace Suite.Directory.Tests.Storage;

/// <summary>What a first and a later start make of a database.</summary>
public sealed class StartTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    readonly Dictionary<string, string?> _settings = DirectoryFixture.Settings(postgres.ConnectionString);

    [Fact]
    public async Task Model_AfterMigrations_HasNoPendingChanges()
    {
        await using var host = Start();
        await WithDbAsync(host, async db =>
        {
            db.Database.HasPendingModelChanges().ShouldBeFalse();
            (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
        });
    }

    [Fact]
    public async Task Start_Again_SeedsNothingTwiceAndKeepsTheKey()
    {
        await using var first = Start();
        var (units, key) = await CountAsync(first);
        await using var second = Start();
        (await CountAsync(second)).ShouldBe((units, key));
        key.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Start_DemoPasswordChangedThenUnset_AccountsFollow()
    {
        await using (var first = Start()) await SignInAsync(first, "office", DirectoryFixture.DemoPassword);
        _settings["SUITE_DEMO_PASSWORD"] = "another";
        await using (var second = Start())
        {
            await SignInAsync(second, "humen.reporter", "another");
            await Auth(second).CreateTokenAsync(new() { Account = "office", Password = DirectoryFixture.DemoPassword }).ShouldFailAsync(Reason.SignInFailed);
        }

        _settings["SUITE_DEMO_PASSWORD"] = null;
        await using var third = Start();
        await Auth(third).CreateTokenAsync(new() { Account = "office", Password = "another" }).ShouldFailAsync(Reason.SignInFailed);
        await SignInAsync(third, "admin", DirectoryFixture.AdminPassword);
    }

    [Fact]
    public async Task Start_ExternalAuthority_NoAccountsAndNoTokensOfItsOwn()
    {
        _settings["ConnectionStrings:directorydb"] = await PostgresFixture.CreateAsync($"external_{Guid.NewGuid():N}");
        _settings["Authentication:Authority"] = "https://sign-in.example";
        await using var host = Start();
        await WithDbAsync(host, async db => (await db.Accounts.CountAsync()).ShouldBe(0));
        var problem = await Auth(host).CreateTokenAsync(new() { Account = "admin", Password = DirectoryFixture.AdminPassword }).ShouldFailAsync(Reason.NoSuchMethod);
        problem.Message.ShouldContain("https://sign-in.example");
    }

    [Fact]
    public async Task Start_BadSeeds_FailsAndLeavesNothing()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.yaml");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(DirectoryFixture.SeedFile)).Replace("position: 2", "position: 9", StringComparison.Ordinal));
        _settings["ConnectionStrings:directorydb"] = await PostgresFixture.CreateAsync($"bad_seeds_{Guid.NewGuid():N}");
        _settings["Seeds:Path"] = file;
        Should.Throw<SeedException>(() => Start()).Message.ShouldContain("must have 1 to 2 as 'position'");
        File.Delete(file);
        _settings["Seeds:Path"] = null;
        await using var host = Start();
        await WithDbAsync(host, async db => (await db.Units.CountAsync()).ShouldBe(0));
    }

    [Fact]
    public async Task Start_AdminPasswordTooShort_SaysSo()
    {
        _settings["SUITE_ADMIN_PASSWORD"] = "short";
        _settings["ConnectionStrings:directorydb"] = await PostgresFixture.CreateAsync($"short_{Guid.NewGuid():N}");
        Should.Throw<InvalidOperationException>(() => Start()).Message.ShouldContain("SUITE_ADMIN_PASSWORD must have 8 to 200 characters");
    }

    [Fact]
    public async Task Audit_AfterStarts_ChainHolds()
    {
        // Of its own: what other tests are refused is in the audit too.
        _settings["ConnectionStrings:directorydb"] = await PostgresFixture.CreateAsync($"audited_{Guid.NewGuid():N}");
        await using (Start()) { }
        _settings["SUITE_DEMO_PASSWORD"] = "another";
        await using var host = Start();
        await WithDbAsync(host, async db =>
        {
            var entries = await db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync();
            entries.Select(e => e.Action).ShouldBeSubsetOf(["SeedDirectory", "CreateAccount", "CreateDemoAccounts", "RemoveDemoAccounts", "ChangeDemoPassword"]);
            entries.Count(e => e.Action == "SeedDirectory").ShouldBe(1);
            entries.Select(e => e.Action).ShouldContain("ChangeDemoPassword");
            entries.Zip(entries.Skip(1)).ShouldAllBe(pair => pair.Second.Follows(pair.First));
            entries[0].Follows(null).ShouldBeTrue();
        });
    }

    TestHost<DirectoryDbContext> Start() => TestHost<DirectoryDbContext>.Start(_settings);

    static AuthService.AuthServiceClient Auth(TestHost<DirectoryDbContext> host) => new(host.GrpcInvoker());

    static async Task SignInAsync(TestHost<DirectoryDbContext> host, string account, string password) =>
        (await Auth(host).CreateTokenAsync(new() { Account = account, Password = password })).AccessToken.ShouldNotBeEmpty();

    static async Task<(int Units, (int Count, string Id) Key)> CountAsync(TestHost<DirectoryDbContext> host)
    {
        var counted = (0, (0, ""));
        await WithDbAsync(host, async db => counted =
            (await db.Units.CountAsync(), (await db.SigningKeys.CountAsync(), await db.SigningKeys.Select(k => k.Id).FirstAsync())));
        return counted;
    }

    static async Task WithDbAsync(TestHost<DirectoryDbContext> host, Func<DirectoryDbContext, Task> use)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<DirectoryDbContext>());
    }
}
