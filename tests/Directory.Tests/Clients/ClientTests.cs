using System.Net.Http.Json;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Suite.Auth.V1;
using Suite.Directory.Storage;
using Suite.Directory.Tests.Accounts;
using Suite.Directory.V1;
using Suite.Errors.V1;

namespace Suite.Directory.Tests.Clients;

/// <summary>API clients: what they get, what they may call, and how their secrets change over.</summary>
public sealed class ClientTests(ClockedDirectory directory) : IClassFixture<ClockedDirectory>, IAsyncLifetime
{
    const string ListUnits = "suite.directory.v1.UnitService.ListUnits";

    ClientService.ClientServiceClient _admin = null!;

    AuthService.AuthServiceClient Anybody => new(directory.Host.GrpcInvoker());

    public async ValueTask InitializeAsync()
    {
        directory.Clock.Shift = TimeSpan.Zero;
        var token = await Anybody.CreateTokenAsync(new() { Account = "admin", Password = DirectoryFixture.AdminPassword });
        _admin = new(directory.Host.GrpcInvoker(token.AccessToken));
    }

    public ValueTask DisposeAsync()
    {
        directory.Clock.Shift = TimeSpan.Zero;
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task CreateClientToken_RightSecret_ActsForItsUnitInItsMethodsOnly()
    {
        var client = await CreateAsync("statistics", ListUnits, "suite.directory.v1.AuthService");
        var token = await TokenAsync("statistics", client.NewSecret);
        token.RefreshToken.ShouldBeEmpty();
        var caller = await new AuthService.AuthServiceClient(directory.Host.GrpcInvoker(token.AccessToken)).GetCallerAsync(new());
        (caller.Account, caller.Unit, caller.Roles.Single()).ShouldBe(("clients/statistics", "units/health", Role.Reporter));
        var units = Units(token);
        await units.ListUnitsAsync(new());
        var refusal = await units.GetUnitAsync(new() { Name = "units/humen" }).ShouldFailAsync(Reason.RoleNotAllowed);
        refusal.Message.ShouldContain("clients/statistics");
    }

    [Fact]
    public async Task Secret_AfterCreation_IsNowhereAnyMore()
    {
        var request = New("shown-once", ListUnits);
        request.RequestId = "create-shown-once";
        var first = await _admin.CreateClientAsync(request);
        first.NewSecret.Length.ShouldBeGreaterThan(70);
        var again = await _admin.CreateClientAsync(request);
        again.ShouldBe(new Client(first) { NewSecret = "" });
        (await _admin.GetClientAsync(new() { Name = first.Name })).NewSecret.ShouldBeEmpty();
        await using var scope = directory.Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DirectoryDbContext>();
        var part = first.NewSecret.Split('.')[1];
        (await db.AuditEntries.CountAsync(e => e.Detail.Contains(part))).ShouldBe(0);
        (await db.HandledRequests.AsNoTracking().ToListAsync()).ShouldAllBe(r => !System.Text.Encoding.UTF8.GetString(r.Response).Contains(part));
    }

    [Fact]
    public async Task RotateClientSecret_WithOverlap_BothWorkThenOnlyTheNew()
    {
        var old = (await CreateAsync("rotating", ListUnits)).NewSecret;
        var rotated = await _admin.RotateClientSecretAsync(new() { Name = "clients/rotating", Overlap = Duration.FromTimeSpan(TimeSpan.FromHours(2)) });
        rotated.Secrets.Count.ShouldBe(2);
        foreach (var secret in new[] { old, rotated.NewSecret }) await Units(await TokenAsync("rotating", secret)).ListUnitsAsync(new());
        directory.Clock.Shift = TimeSpan.FromHours(2.1);
        await RefusedAsync("rotating", old);
        await TokenAsync("rotating", rotated.NewSecret);
        (await Anybody.CreateTokenAsync(new() { Account = "admin", Password = DirectoryFixture.AdminPassword })).ShouldNotBeNull();
    }

    [Fact]
    public async Task RotateClientSecret_WithoutOverlap_OldSecretAndItsTokensEndAtOnce()
    {
        var old = (await CreateAsync("leaked", ListUnits)).NewSecret;
        var token = await TokenAsync("leaked", old);
        await _admin.RotateClientSecretAsync(new() { Name = "clients/leaked", Overlap = new() });
        await RefusedAsync("leaked", old);
        await Units(token).ListUnitsAsync(new()).ShouldFailAsync(Reason.TokenRequired);
        await _admin.RotateClientSecretAsync(new() { Name = "clients/leaked", Overlap = new() { Seconds = -1 } }).ShouldFailAsync(Reason.InvalidField);
        await _admin.RotateClientSecretAsync(new() { Name = "clients/leaked", Overlap = new() { Seconds = 31 * 86400 } }).ShouldFailAsync(Reason.InvalidField);
    }

    [Fact]
    public async Task UpdateClient_FewerMethods_OldTokenRefusedNewOneSaysSo()
    {
        var client = await CreateAsync("shrinking", "suite.directory.v1.UnitService");
        var token = await TokenAsync("shrinking", client.NewSecret);
        await Units(token).GetUnitAsync(new() { Name = "units/humen" });
        await _admin.UpdateClientAsync(new()
        {
            Client = new() { Name = client.Name, Methods = { ListUnits }, Etag = client.Etag }, UpdateMask = new() { Paths = { "methods" } },
        });
        await Units(token).ListUnitsAsync(new()).ShouldFailAsync(Reason.TokenRequired);
        var units = Units(await TokenAsync("shrinking", client.NewSecret));
        await units.ListUnitsAsync(new());
        await units.GetUnitAsync(new() { Name = "units/humen" }).ShouldFailAsync(Reason.RoleNotAllowed);
        await _admin.UpdateClientAsync(new() { Client = client }).ShouldFailAsync(Reason.StaleEtag);
        await _admin.UpdateClientAsync(new() { Client = new() { Name = client.Name }, UpdateMask = new() { Paths = { "secrets" } } }).ShouldFailAsync(Reason.InvalidField);
    }

    [Fact]
    public async Task DisableClient_ThenEnable_NeedsANewSecret()
    {
        var client = await CreateAsync("resting", ListUnits);
        var token = await TokenAsync("resting", client.NewSecret);
        (await _admin.DisableClientAsync(new() { Name = client.Name })).State.ShouldBe(ClientState.Disabled);
        await RefusedAsync("resting", client.NewSecret);
        await Units(token).ListUnitsAsync(new()).ShouldFailAsync(Reason.TokenRequired);
        await _admin.DisableClientAsync(new() { Name = client.Name }).ShouldFailAsync(Reason.IllegalStep);
        await _admin.RotateClientSecretAsync(new() { Name = client.Name }).ShouldFailAsync(Reason.IllegalStep);
        await _admin.EnableClientAsync(new() { Name = client.Name });
        await RefusedAsync("resting", client.NewSecret);
        await TokenAsync("resting", (await _admin.RotateClientSecretAsync(new() { Name = client.Name })).NewSecret);
    }

    [Fact]
    public async Task CreateClientToken_WhateverIsWrong_OneAnswer()
    {
        var (one, other) = (await CreateAsync("one", ListUnits), await CreateAsync("other", ListUnits));
        var answers = new List<string>();
        foreach (var (client, secret) in new[] { ("one", other.NewSecret), ("one", one.NewSecret + "x"), ("one", "x"), ("one", "."), ("nobody", one.NewSecret) })
            answers.Add((await Anybody.CreateClientTokenAsync(new() { Client = client, Secret = secret }).ShouldFailAsync(Reason.SignInFailed)).Message);
        answers.Distinct().ShouldHaveSingleItem();
        await Anybody.CreateClientTokenAsync(new() { Client = "one" }).ShouldFailAsync(Reason.InvalidField);
        await Anybody.CreateClientTokenAsync(new() { Client = "one", Secret = new('x', 101) }).ShouldFailAsync(Reason.InvalidField);
    }

    [Fact]
    public async Task CreateClient_NothingRight_NamesEveryField()
    {
        await ShouldFailAsync(New("Big", ListUnits), "client_id");
        await ShouldFailAsync(new() { ClientId = "a" }, "client");
        await ShouldFailAsync(new() { ClientId = "a", Client = new() }, "client.display_name", "client.roles", "client.methods");
        await ShouldFailAsync(New("a", "suite.tasks.v1.Nothing"), "client.methods[0]");
        var admin = New("a", ListUnits);
        admin.Client.Roles.Add(Role.Admin);
        admin.Client.Unit = "";
        await ShouldFailAsync(admin, "client.roles", "client.unit");
        await _admin.CreateClientAsync(New("taken", ListUnits));
        await _admin.CreateClientAsync(New("taken", ListUnits)).ShouldFailAsync(Reason.AlreadyExists);
    }

    [Fact]
    public async Task OverJson_CreateTokenList_AsDocumented()
    {
        var token = await Anybody.CreateTokenAsync(new() { Account = "admin", Password = DirectoryFixture.AdminPassword });
        var json = directory.Host.HttpClient(token.AccessToken);
        var body = new { clientId = "json", client = new { displayName = "系统", roles = new[] { "ROLE_OBSERVER" }, methods = new[] { ListUnits } } };
        var created = await (await json.PostAsJsonAsync("/v1/clients", body)).Content.ReadFromJsonAsync<JsonElement>();
        var secret = created.GetProperty("newSecret").GetString();
        var answer = await directory.Host.HttpClient().PostAsJsonAsync("/v1/auth/clientToken", new { client = "json", secret });
        var own = directory.Host.HttpClient((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString());
        (await own.GetAsync("/v1/units")).IsSuccessStatusCode.ShouldBeTrue();
        (await own.GetAsync("/v1/units/humen")).IsSuccessStatusCode.ShouldBeFalse();
        (await json.GetStringAsync("/v1/clients?pageSize=100")).ShouldContain("clients/json");
    }

    static CreateClientRequest New(string id, params string[] methods) => new()
    {
        ClientId = id, Client = new() { DisplayName = "统计系统", Roles = { Role.Reporter }, Unit = "units/health", Methods = { methods } },
    };

    UnitService.UnitServiceClient Units(Token token) => new(directory.Host.GrpcInvoker(token.AccessToken));

    async Task<Client> CreateAsync(string id, params string[] methods) => await _admin.CreateClientAsync(New(id, methods));

    async Task<Token> TokenAsync(string client, string secret) => await Anybody.CreateClientTokenAsync(new() { Client = client, Secret = secret });

    Task RefusedAsync(string client, string secret) =>
        Anybody.CreateClientTokenAsync(new() { Client = client, Secret = secret }).ShouldFailAsync(Reason.SignInFailed);

    async Task ShouldFailAsync(CreateClientRequest request, params string[] fields) =>
        (await _admin.CreateClientAsync(request).ShouldFailAsync(Reason.InvalidField)).Violations.Select(v => v.Field).ShouldBe(fields);
}
