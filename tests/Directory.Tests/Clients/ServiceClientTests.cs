using Grpc.Core;
using Suite.Auth.V1;
using Suite.Directory.Storage;
using Suite.Directory.V1;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Clients;
using Suite.Testing;

namespace Suite.Directory.Tests.Clients;

/// <summary>The installation's own services sign in with the secret that both sides were given, and read what a copy needs.</summary>
public sealed class ServiceClientTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    const string Secret = "a-secret-of-at-least-32-characters!!";
    const string Other = "another-secret-of-at-least-32-chars!!";

    [Fact]
    public async Task CreateClientToken_GivenSecret_ReadsWhatACopyNeedsAndNothingElse()
    {
        await using var host = Start(Secret, demo: DirectoryFixture.DemoPassword);
        var door = host.GrpcInvoker(await TokenAsync(host, Secret));
        (await new UnitService.UnitServiceClient(door).ListUnitsAsync(new() { PageSize = 1 })).Units.Count.ShouldBe(1);
        (await new PersonService.PersonServiceClient(door).ListPeopleAsync(new() { PageSize = 1, AllTimes = true })).People.Count.ShouldBe(1);
        var staff = await new StaffService.StaffServiceClient(door).ListStaffAsync(new() { Of = "units/humen" });
        staff.Staff.Select(s => (s.Account, s.Roles.Single())).ShouldBe([("humen.approver", Role.Approver), ("humen.reporter", Role.Reporter)]);
        await new UnitService.UnitServiceClient(door).CreateUnitAsync(new()).ShouldFailAsync(Reason.RoleNotAllowed);
        await new UnitService.UnitServiceClient(door).ResolveUnitsAsync(new()).ShouldFailAsync(Reason.RoleNotAllowed);
    }

    [Fact]
    public async Task Start_AnotherSecret_TheFirstWorksNoMore()
    {
        await using (var before = Start(Secret)) await TokenAsync(before, Secret);
        await using var host = Start(Other);
        await TokenAsync(host, Other);
        await Should.ThrowAsync<RpcException>(() => TokenAsync(host, Secret));
    }

    [Fact]
    public void Start_ShortSecret_SaysSo() => Should.Throw<InvalidOperationException>(() => Start("short")).Message.ShouldContain("32 to 64");

    [Fact]
    public async Task AccountChanges_AreToldAsStaffOfTheirUnitsWithoutNamingTheAccount()
    {
        await using var host = Start(Secret);
        var admin = (await new AuthService.AuthServiceClient(host.GrpcInvoker())
            .CreateTokenAsync(new() { Account = "admin", Password = DirectoryFixture.AdminPassword })).AccessToken;
        var (accounts, feed) = (new AccountService.AccountServiceClient(host.GrpcInvoker(admin)), new ChangeService.ChangeServiceClient(host.GrpcInvoker(admin)));
        var start = (await feed.ListChangesAsync(new() { PageSize = 1000 })).ResumeToken;
        await accounts.CreateAccountAsync(new() { AccountId = "told", Account = new() { DisplayName = "说", Roles = { Role.Reporter }, Unit = "units/humen" } });
        await accounts.UpdateAccountAsync(new() { Account = new() { Name = "accounts/told", Unit = "units/changan" }, UpdateMask = new() { Paths = { "unit" } } });
        await accounts.DisableAccountAsync(new() { Name = "accounts/told" });
        var told = (await feed.ListChangesAsync(new() { ResumeToken = start })).Changes.Select(c => $"{c.Resource} {c.Action}");
        told.ShouldBe(["units/humen/staff CreateAccount", "units/humen/staff UpdateAccount", "units/changan/staff UpdateAccount", "units/changan/staff DisableAccount"]);
    }

    TestHost<DirectoryDbContext> Start(string secret, string? demo = null) => TestHost<DirectoryDbContext>.Start(
        new Dictionary<string, string?>(DirectoryFixture.Settings(postgres.ConnectionString)) { ["ServiceClients:tasks"] = secret, ["SUITE_DEMO_PASSWORD"] = demo });

    static async Task<string> TokenAsync(TestHost<DirectoryDbContext> host, string secret) =>
        (await new AuthService.AuthServiceClient(host.GrpcInvoker())
            .CreateClientTokenAsync(new() { Client = "service-tasks", Secret = ServiceSecret.Text(secret) })).AccessToken;
}
