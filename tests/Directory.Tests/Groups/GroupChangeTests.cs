using Suite.Directory.V1;
using Suite.Errors.V1;

namespace Suite.Directory.Tests.Groups;

/// <summary>Groups by rule, by list and of groups, with the members of a day.</summary>
public sealed class GroupChangeTests(DirectoryFixture directory) : IClassFixture<DirectoryFixture>
{
    const string Early = "2026-01-01";
    const string Later = "2027-03-01";

    [Fact]
    public async Task CreateGroup_ByList_MembersFromThatDayAndResolved()
    {
        var groups = await directory.GroupsAsync();
        var created = await CreateAsync(groups, "water-leading", "市治水领导小组成员单位", "units/water", "units/finance");
        created.Members.Select(m => m.Name).ShouldBe(["units/finance", "units/water"]);
        (created.Etag, created.Listed.Count).ShouldBe(("1", 2));
        (await GetAsync(groups, "water-leading", "2025-12-31")).Members.ShouldBeEmpty();
        var resolution = (await (await directory.UnitsAsync()).ResolveUnitsAsync(new() { Names = { "市治水领导小组成员单位" } })).Resolutions[0];
        resolution.Resource.ShouldBe(created.Name);
    }

    [Fact]
    public async Task ChangeGroupMembers_FromADay_BeforeStaysAsItWas()
    {
        var groups = await directory.GroupsAsync();
        await CreateAsync(groups, "changing", "市变动小组成员单位", "units/water", "units/finance");
        var request = new ChangeGroupMembersRequest
        {
            Name = "groups/changing", Add = { "units/justice", "units/water" }, Remove = { "units/finance" }, EffectiveDate = Later, Etag = "1", RequestId = "change-1",
        };
        var changed = await groups.ChangeGroupMembersAsync(request);
        changed.Members.Select(m => m.Name).ShouldBe(["units/justice", "units/water"]);
        (await groups.ChangeGroupMembersAsync(request)).ShouldBe(changed);
        (await GetAsync(groups, "changing", "")).Members.Select(m => m.Name).ShouldBe(["units/finance", "units/water"]);
        await groups.ChangeGroupMembersAsync(new() { Name = "groups/changing", Add = { "units/finance" }, Etag = "1" }).ShouldFailAsync(Reason.StaleEtag);
        (await groups.ChangeGroupMembersAsync(new() { Name = "groups/changing", Add = { "units/finance" }, EffectiveDate = "2027-06-01" }))
            .Members.Select(m => m.Name).ShouldBe(["units/finance", "units/justice", "units/water"]);
        (await GetAsync(groups, "changing", "2027-04-01")).Members.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Groups_Nested_HoldTheMembersOfThoseWithin()
    {
        var groups = await directory.GroupsAsync();
        await CreateAsync(groups, "inner", "市内层成员单位", "units/water", "units/justice");
        var outer = await CreateAsync(groups, "outer", "市外层成员单位", "groups/inner", "units/water", "units/audit");
        outer.Members.Select(m => m.Name).ShouldBe(["units/audit", "units/justice", "units/water"]);
        outer.Listed.ShouldBe(["groups/inner", "units/audit", "units/water"]);
        await groups.ChangeGroupMembersAsync(new() { Name = "groups/inner", Add = { "groups/towns-and-parks" } });
        (await GetAsync(groups, "outer", "")).Members.Count.ShouldBeGreaterThan(33);
    }

    [Fact]
    public async Task DissolveGroup_FromADay_BeforeStaysThenItIsEmptyAndItsNameFree()
    {
        var groups = await directory.GroupsAsync();
        await CreateAsync(groups, "short-lived", "市短期小组成员单位", "units/water", "units/finance");
        await CreateAsync(groups, "around", "市外围小组成员单位", "groups/short-lived", "units/audit");
        var dissolved = await groups.DissolveGroupAsync(new() { Name = "groups/short-lived", EffectiveDate = Later, Etag = "1", RequestId = "dissolve-1" });
        (dissolved.EffectiveUntil, dissolved.Members.Count, dissolved.Listed.Count).ShouldBe((Later, 0, 0));
        (await GetAsync(groups, "short-lived", "2027-02-28")).Members.Count.ShouldBe(2);
        (await GetAsync(groups, "around", "2027-02-28")).Members.Count.ShouldBe(3);
        (await GetAsync(groups, "around", Later)).Members.Select(m => m.Name).ShouldBe(["units/audit"]);

        await groups.DissolveGroupAsync(new() { Name = "groups/short-lived" }).ShouldFailAsync(Reason.IllegalStep);
        await groups.ChangeGroupMembersAsync(new() { Name = "groups/short-lived", Add = { "units/audit" } }).ShouldFailAsync(Reason.IllegalStep);
        await groups.ChangeGroupMembersAsync(new() { Name = "groups/around", Add = { "groups/short-lived" }, EffectiveDate = "2027-06-01" }).ShouldFailAsync(Reason.InvalidField);
        await groups.DissolveGroupAsync(new() { Name = "groups/nowhere" }).ShouldFailAsync(Reason.NotFound);

        var units = await directory.UnitsAsync();
        (await units.ResolveUnitsAsync(new() { Names = { "市短期小组成员单位" }, AsOf = "2027-02-28" })).Resolutions[0].Resource.ShouldBe("groups/short-lived");
        (await units.ResolveUnitsAsync(new() { Names = { "市短期小组成员单位" }, AsOf = Later })).Resolutions[0].Resource.ShouldBeEmpty();
    }

    [Fact]
    public async Task ChangeGroupMembers_Circle_Refused()
    {
        var groups = await directory.GroupsAsync();
        await CreateAsync(groups, "ring-a", "市环甲成员单位", "units/water");
        await CreateAsync(groups, "ring-b", "市环乙成员单位", "groups/ring-a");
        await CreateAsync(groups, "ring-c", "市环丙成员单位", "groups/ring-b");
        foreach (var inner in new[] { "groups/ring-a", "groups/ring-b", "groups/ring-c" })
        {
            var problem = await groups.ChangeGroupMembersAsync(new() { Name = "groups/ring-a", Add = { inner } }).ShouldFailAsync(Reason.InvalidField);
            problem.Message.ShouldContain(inner);
        }
    }

    [Fact]
    public async Task AbolishedUnit_IsNoMemberFromThatDay()
    {
        var (groups, units) = (await directory.GroupsAsync(), await directory.UnitsAsync());
        await units.CreateUnitAsync(new() { UnitId = "passing", Unit = new() { DisplayName = "市过客办", EnglishName = "Passing", Kind = UnitKind.Other }, EffectiveDate = Early });
        await CreateAsync(groups, "with-passing", "市过客小组成员单位", "units/passing", "units/water");
        await units.AbolishUnitAsync(new() { Name = "units/passing", EffectiveDate = Later });
        (await GetAsync(groups, "with-passing", "")).Members.Count.ShouldBe(2);
        (await GetAsync(groups, "with-passing", Later)).Members.Select(m => m.Name).ShouldBe(["units/water"]);
    }

    [Fact]
    public async Task UpdateGroup_Renamed_OldNameIsAlias()
    {
        var groups = await directory.GroupsAsync();
        await CreateAsync(groups, "renamed", "市旧名成员单位", "units/water");
        var renamed = await groups.UpdateGroupAsync(new() { Group = new() { Name = "groups/renamed", DisplayName = "市新名成员单位", Etag = "1" }, UpdateMask = new() { Paths = { "display_name" } } });
        (renamed.DisplayName, renamed.Aliases.Single(), renamed.Etag).ShouldBe(("市新名成员单位", "市旧名成员单位", "2"));
    }

    [Fact]
    public async Task Changes_BadArguments_Refused()
    {
        var groups = await directory.GroupsAsync();
        async Task Wrong(Func<Grpc.Core.AsyncUnaryCall<Group>> call, string field) =>
            (await call().ShouldFailAsync(Reason.InvalidField)).Violations[0].Field.ShouldBe(field);
        Group Facts(string name) => new() { DisplayName = name, EnglishName = "Some" };
        await Wrong(() => groups.CreateGroupAsync(new() { GroupId = "x", Group = Facts("甲组") }), "members");
        await Wrong(() => groups.CreateGroupAsync(new() { GroupId = "x", Group = Facts("甲组"), Members = { "units/nowhere" } }), "members");
        await Wrong(() => groups.CreateGroupAsync(new() { GroupId = "x", Group = Facts("甲组"), Members = { "people/nobody" } }), "members[0]");
        await Wrong(() => groups.CreateGroupAsync(new() { GroupId = "X", Group = Facts("甲组"), Members = { "units/water" } }), "group_id");
        await Wrong(() => groups.ChangeGroupMembersAsync(new() { Name = "groups/towns-and-parks" }), "add");
        await Wrong(() => groups.ChangeGroupMembersAsync(new() { Name = "groups/road-safety-members", Remove = { "units/forestry" }, EffectiveDate = "1900-01-01" }), "remove");
        await Wrong(() => groups.ChangeGroupMembersAsync(new() { Name = "groups/road-safety-members", Add = { "units/water" }, Remove = { "units/water" } }), "remove");
        await groups.CreateGroupAsync(new() { GroupId = "towns-and-parks", Group = Facts("甲组"), Members = { "units/water" } }).ShouldFailAsync(Reason.AlreadyExists);
        await groups.CreateGroupAsync(new() { GroupId = "x", Group = Facts("市教育局"), Members = { "units/water" } }).ShouldFailAsync(Reason.AlreadyExists);
        await groups.ChangeGroupMembersAsync(new() { Name = "groups/nowhere", Add = { "units/water" } }).ShouldFailAsync(Reason.NotFound);
    }

    static async Task<Group> CreateAsync(GroupService.GroupServiceClient groups, string id, string name, params string[] members) =>
        await groups.CreateGroupAsync(new() { GroupId = id, Group = new() { DisplayName = name, EnglishName = "Members" }, Members = { members }, EffectiveDate = Early });

    static async Task<Group> GetAsync(GroupService.GroupServiceClient groups, string id, string day) =>
        await groups.GetGroupAsync(new() { Name = $"groups/{id}", AsOf = day });
}
