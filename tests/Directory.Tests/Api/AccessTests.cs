using System.Net;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Suite.Auth.V1;
using Suite.Directory.Storage;
using Suite.Directory.V1;
using Suite.Errors.V1;
using Suite.Testing;

namespace Suite.Directory.Tests.Api;

/// <summary>Who may call what: everything but signing in needs a token with at least one role.</summary>
public sealed class AccessTests(AccessTests.TrustingDirectory directory) : IClassFixture<AccessTests.TrustingDirectory>
{
    static readonly Dictionary<string, Func<CallInvoker, Task>> Calls = new()
    {
        ["ListUnits"] = c => new UnitService.UnitServiceClient(c).ListUnitsAsync(new()).ResponseAsync,
        ["GetUnit"] = c => new UnitService.UnitServiceClient(c).GetUnitAsync(new() { Name = "units/humen" }).ResponseAsync,
        ["ResolveUnits"] = c => new UnitService.UnitServiceClient(c).ResolveUnitsAsync(new()).ResponseAsync,
        ["LearnAlias"] = c => new UnitService.UnitServiceClient(c).LearnAliasAsync(new() { Resource = "units/humen", Alias = "虎门" }).ResponseAsync,
        ["ListUnitVersions"] = c => new UnitService.UnitServiceClient(c).ListUnitVersionsAsync(new() { Name = "units/humen" }).ResponseAsync,
        ["CreateUnit"] = c => new UnitService.UnitServiceClient(c).CreateUnitAsync(new()).ResponseAsync,
        ["UpdateUnit"] = c => new UnitService.UnitServiceClient(c).UpdateUnitAsync(new()).ResponseAsync,
        ["AbolishUnit"] = c => new UnitService.UnitServiceClient(c).AbolishUnitAsync(new()).ResponseAsync,
        ["MergeUnits"] = c => new UnitService.UnitServiceClient(c).MergeUnitsAsync(new()).ResponseAsync,
        ["SplitUnit"] = c => new UnitService.UnitServiceClient(c).SplitUnitAsync(new()).ResponseAsync,
        ["ListGroups"] = c => new GroupService.GroupServiceClient(c).ListGroupsAsync(new()).ResponseAsync,
        ["GetGroup"] = c => new GroupService.GroupServiceClient(c).GetGroupAsync(new() { Name = "groups/towns-and-parks" }).ResponseAsync,
        ["BatchGetGroups"] = c => new GroupService.GroupServiceClient(c).BatchGetGroupsAsync(new() { Names = { "groups/towns-and-parks" } }).ResponseAsync,
        ["CreateGroup"] = c => new GroupService.GroupServiceClient(c).CreateGroupAsync(new()).ResponseAsync,
        ["UpdateGroup"] = c => new GroupService.GroupServiceClient(c).UpdateGroupAsync(new()).ResponseAsync,
        ["ChangeGroupMembers"] = c => new GroupService.GroupServiceClient(c).ChangeGroupMembersAsync(new()).ResponseAsync,
        ["DissolveGroup"] = c => new GroupService.GroupServiceClient(c).DissolveGroupAsync(new()).ResponseAsync,
        ["ListPeople"] = c => new PersonService.PersonServiceClient(c).ListPeopleAsync(new()).ResponseAsync,
        ["GetPerson"] = c => new PersonService.PersonServiceClient(c).GetPersonAsync(new() { Name = "people/liu-guangbin" }).ResponseAsync,
        ["CreatePerson"] = c => new PersonService.PersonServiceClient(c).CreatePersonAsync(new()).ResponseAsync,
        ["AppointPerson"] = c => new PersonService.PersonServiceClient(c).AppointPersonAsync(new()).ResponseAsync,
        ["HandOverPosts"] = c => new PersonService.PersonServiceClient(c).HandOverPostsAsync(new()).ResponseAsync,
        ["SetDeputy"] = c => new PersonService.PersonServiceClient(c).SetDeputyAsync(new()).ResponseAsync,
        ["GetCaller"] = c => new AuthService.AuthServiceClient(c).GetCallerAsync(new()).ResponseAsync,
        ["ListSessions"] = c => new AuthService.AuthServiceClient(c).ListSessionsAsync(new()).ResponseAsync,
        ["RotateKeys"] = c => new AuthService.AuthServiceClient(c).RotateKeysAsync(new()).ResponseAsync,
        ["SignOut"] = c => new AuthService.AuthServiceClient(c).SignOutAsync(new()).ResponseAsync,
        ["SignOutEverywhere"] = c => new AuthService.AuthServiceClient(c).SignOutEverywhereAsync(new()).ResponseAsync,
    };

    static readonly ServiceDescriptor[] Services =
        [UnitService.Descriptor, GroupService.Descriptor, PersonService.Descriptor, AuthService.Descriptor];

    public static TheoryData<string> Methods => [.. Calls.Keys];

    [Fact]
    public void Methods_AllThatAskForAToken_AreTriedHere()
    {
        Services.SelectMany(s => s.Methods).Where(m => !m.GetOptions().GetExtension(RuleExtensions.Rule).Anonymous)
            .Select(m => m.Name).ShouldBe(Calls.Keys, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Call_NoToken_Unauthenticated(string method) =>
        (await FailAsync(method, null)).ShouldBe((StatusCode.Unauthenticated, Reason.TokenRequired));

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Call_TokenWithoutRole_PermissionDenied(string method) =>
        (await FailAsync(method, TestTokens.For("nobody", []))).ShouldBe((StatusCode.PermissionDenied, Reason.RoleNotAllowed));

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Call_EachRole_AsDeclared(string method)
    {
        var rule = Services.SelectMany(s => s.Methods).Single(m => m.Name == method).GetOptions().GetExtension(RuleExtensions.Rule);
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Unspecified))
        {
            if (rule.Grants.Any(g => g.Roles.Contains(role))) await LetInAsync(method, TestTokens.For(role));
            else (await FailAsync(method, TestTokens.For(role))).ShouldBe((StatusCode.PermissionDenied, Reason.RoleNotAllowed));
        }
    }

    [Theory]
    [InlineData("LearnAlias")]
    [InlineData("CreateUnit")]
    [InlineData("UpdateUnit")]
    [InlineData("AbolishUnit")]
    [InlineData("MergeUnits")]
    [InlineData("SplitUnit")]
    [InlineData("CreateGroup")]
    [InlineData("UpdateGroup")]
    [InlineData("ChangeGroupMembers")]
    [InlineData("DissolveGroup")]
    [InlineData("CreatePerson")]
    [InlineData("AppointPerson")]
    [InlineData("HandOverPosts")]
    [InlineData("SetDeputy")]
    public void Change_OfTheDirectory_OnlyAdminAndOffice(string method)
    {
        var rule = Services.SelectMany(s => s.Methods).Single(m => m.Name == method).GetOptions().GetExtension(RuleExtensions.Rule);
        rule.Grants.SelectMany(g => g.Roles).ShouldBe([Role.Admin, Role.Office], ignoreOrder: true);
    }

    [Theory]
    [InlineData("/v1/units")]
    [InlineData("/v1/units/humen")]
    [InlineData("/v1/groups/towns-and-parks")]
    [InlineData("/v1/people")]
    [InlineData("/v1/auth/caller")]
    public async Task Get_NoToken_UnauthorizedProblem(string path)
    {
        var answer = await directory.Host.HttpClient().GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        (await answer.Content.ReadAsStringAsync()).ShouldContain("TOKEN_REQUIRED");
    }

    /// <summary>Commands are tried with empty requests: who is let in is told what is missing.</summary>
    async Task LetInAsync(string method, string token)
    {
        try
        {
            await Calls[method](directory.Host.GrpcInvoker(token));
        }
        catch (RpcException answer)
        {
            answer.StatusCode.ShouldBe(StatusCode.InvalidArgument, answer.Status.Detail);
        }
    }

    async Task<(StatusCode, Reason?)> FailAsync(string method, string? token)
    {
        var error = await Should.ThrowAsync<RpcException>(() => Calls[method](directory.Host.GrpcInvoker(token)));
        return (error.StatusCode, ServiceDefaults.Errors.RpcProblem.FromRpc(error)?.Reason);
    }

    /// <summary>A directory that accepts the tests' tokens, so that roles can be made up.</summary>
    public sealed class TrustingDirectory : IAsyncLifetime
    {
        readonly PostgresFixture _postgres = new();

        public TestHost<DirectoryDbContext> Host { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await _postgres.InitializeAsync();
            Host = TestHost<DirectoryDbContext>.Start(DirectoryFixture.Settings(_postgres.ConnectionString), services => services.TrustTestTokens());
        }

        public async ValueTask DisposeAsync()
        {
            await Host.DisposeAsync();
            await _postgres.DisposeAsync();
        }
    }
}
