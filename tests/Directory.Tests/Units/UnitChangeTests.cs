using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Suite.Directory.Storage;
using Suite.Directory.V1;
using Suite.Errors.V1;

namespace Suite.Directory.Tests.Units;

/// <summary>Units founded, renamed, moved, merged, split and abolished on days past and to come.</summary>
public sealed class UnitChangeTests(DirectoryFixture directory) : IClassFixture<DirectoryFixture>
{
    const string Early = "2026-01-01";
    const string Middle = "2026-06-01";
    const string Later = "2027-03-01";

    [Fact]
    public async Task CreateUnit_FromADay_ThereFromThatDayOnly()
    {
        var units = await directory.UnitsAsync();
        var created = await FoundAsync(units, "low-altitude", "市低空经济发展局", Middle);
        (created.Name, created.Parent, created.EffectiveFrom, created.EffectiveUntil, created.Etag).ShouldBe(("units/low-altitude", "units/dongguan", Middle, "", "1"));
        (await units.GetUnitAsync(new() { Name = created.Name, AsOf = Middle })).ShouldBe(created);
        await units.GetUnitAsync(new() { Name = created.Name, AsOf = "2026-05-31" }).ShouldFailAsync(Reason.NotFound);
        (await ListedAsync(units, Middle)).ShouldContain(created.Name);
        (await ListedAsync(units, Early)).ShouldNotContain(created.Name);
        (await ResolveAsync(units, "市低空经济发展局", Middle)).Resource.ShouldBe(created.Name);
        (await ResolveAsync(units, "市低空经济发展局", Early)).Resource.ShouldBe("");
    }

    [Fact]
    public async Task UpdateUnit_Renamed_OldNameOfItsTimeAndAliasAfterwards()
    {
        var units = await directory.UnitsAsync();
        await FoundAsync(units, "data-office", "市大数据办", Early);
        var renamed = await units.UpdateUnitAsync(new()
        {
            Unit = new() { Name = "units/data-office", DisplayName = "市数据资源局", Etag = "1" }, UpdateMask = new() { Paths = { "display_name" } }, EffectiveDate = Later,
        });
        (renamed.DisplayName, renamed.EffectiveFrom, renamed.Etag).ShouldBe(("市数据资源局", Later, "2"));
        renamed.Aliases.ShouldBe(["市大数据办"]);
        (await units.GetUnitAsync(new() { Name = renamed.Name })).DisplayName.ShouldBe("市大数据办");
        (await units.GetUnitAsync(new() { Name = renamed.Name, AsOf = Later })).DisplayName.ShouldBe("市数据资源局");
        (await ResolveAsync(units, "市大数据办", Later)).Match.ShouldBe(Match.Alias);
        (await ResolveAsync(units, "市数据资源局", Middle)).Match.ShouldNotBe(Match.Exact);
        var versions = await units.ListUnitVersionsAsync(new() { Name = renamed.Name, PageSize = 1 });
        versions.Units.ShouldHaveSingleItem().ShouldBe(renamed);
        var rest = await units.ListUnitVersionsAsync(new() { Name = renamed.Name, PageSize = 1, PageToken = versions.NextPageToken });
        (rest.Units.Single().DisplayName, rest.Units[0].EffectiveUntil, rest.NextPageToken).ShouldBe(("市大数据办", Later, ""));
    }

    [Fact]
    public async Task UpdateUnit_SameFactsAgain_NothingChanges()
    {
        var units = await directory.UnitsAsync();
        var request = new UpdateUnitRequest
        {
            Unit = new() { Name = "units/commerce", EnglishName = "Commerce Bureau of the City" }, UpdateMask = new() { Paths = { "english_name" } }, RequestId = "english-1",
        };
        var first = await units.UpdateUnitAsync(request);
        (await units.UpdateUnitAsync(request)).ShouldBe(first);
        request.RequestId = "";
        (await units.UpdateUnitAsync(request)).ShouldBe(first);
        (await ActionsAsync("units/commerce")).ShouldBe(["UpdateUnit"]);
    }

    [Fact]
    public async Task AbolishUnit_WithSuccessor_GoneFromListsAndProposedAsItsSuccessor()
    {
        var units = await directory.UnitsAsync();
        await FoundAsync(units, "old-office", "市旧城改造办", Early);
        await FoundAsync(units, "new-office", "市城市更新局", Early);
        var ended = await units.AbolishUnitAsync(new() { Name = "units/old-office", EffectiveDate = Middle, Successors = { "units/new-office" } });
        (ended.EffectiveUntil, ended.Successors.Single()).ShouldBe((Middle, "units/new-office"));
        (await ListedAsync(units, Middle)).ShouldNotContain("units/old-office");
        (await units.GetUnitAsync(new() { Name = "units/old-office" })).ShouldBe(ended);
        (await ResolveAsync(units, "市旧城改造办", "2026-05-31")).Resource.ShouldBe("units/old-office");
        var resolution = await ResolveAsync(units, "市旧城改造办", Middle);
        (resolution.Match, resolution.Reason, resolution.Candidates.Single().Resource).ShouldBe((Match.Proposed, MatchReason.FormerName, "units/new-office"));
        await units.AbolishUnitAsync(new() { Name = "units/old-office" }).ShouldFailAsync(Reason.IllegalStep);
        await units.UpdateUnitAsync(new() { Unit = new() { Name = "units/old-office", DisplayName = "市甲办" }, UpdateMask = new() { Paths = { "display_name" } } })
            .ShouldFailAsync(Reason.IllegalStep);
    }

    [Fact]
    public async Task MergeUnits_TwoIntoOne_AllOrNone()
    {
        var units = await directory.UnitsAsync();
        foreach (var (id, name) in new[] { ("m-one", "市甲事务中心"), ("m-two", "市乙事务中心"), ("m-into", "市政务保障中心") }) await FoundAsync(units, id, name, Early);
        await units.MergeUnitsAsync(new() { Names = { "units/m-one", "units/nobody" }, Successor = "units/m-into", EffectiveDate = Middle }).ShouldFailAsync(Reason.NotFound);
        (await ListedAsync(units, Middle)).ShouldContain("units/m-one");
        await units.MergeUnitsAsync(new() { Names = { "units/m-one", "units/m-into" }, Successor = "units/m-into" }).ShouldFailAsync(Reason.InvalidField);
        (await units.MergeUnitsAsync(new() { Names = { "units/m-one", "units/m-two" }, Successor = "units/m-into", EffectiveDate = Middle })).Name.ShouldBe("units/m-into");
        var listed = await ListedAsync(units, Middle);
        listed.ShouldContain("units/m-into");
        listed.Intersect(["units/m-one", "units/m-two"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task SplitUnit_PartMayTakeTheName_WholeKeepsItForItsTime()
    {
        var units = await directory.UnitsAsync();
        await FoundAsync(units, "whole", "市规划建设办", Early);
        var split = await units.SplitUnitAsync(new()
        {
            Name = "units/whole", EffectiveDate = Middle, Etag = "1",
            Parts =
            {
                new NewUnit { UnitId = "part-a", Unit = Facts("市规划建设办") }, new NewUnit { UnitId = "part-b", Unit = Facts("市建筑工务署") },
            },
        });
        split.Unit.Successors.ShouldBe(["units/part-a", "units/part-b"]);
        (await ResolveAsync(units, "市规划建设办", Middle)).Resource.ShouldBe("units/part-a");
        (await ResolveAsync(units, "市规划建设办", "2026-05-31")).Resource.ShouldBe("units/whole");
        await units.SplitUnitAsync(new() { Name = "units/part-a", Parts = { new NewUnit() } }).ShouldFailAsync(Reason.InvalidField);
    }

    [Fact]
    public async Task Groups_ByKind_HaveTheMembersOfTheDay()
    {
        var units = await directory.UnitsAsync();
        await units.CreateUnitAsync(new() { UnitId = "new-town", Unit = Facts("新镇", UnitKind.Town), EffectiveDate = Later });
        var groups = await directory.GroupsAsync();
        (await groups.GetGroupAsync(new() { Name = "groups/towns-and-parks" })).Members.ShouldNotContain(m => m.Name == "units/new-town");
        (await groups.GetGroupAsync(new() { Name = "groups/towns-and-parks", AsOf = Later })).Members.ShouldContain(m => m.Name == "units/new-town");
    }

    [Fact]
    public async Task Changes_BadArguments_RefusedByField()
    {
        var units = await directory.UnitsAsync();
        async Task Wrong(Func<Grpc.Core.AsyncUnaryCall<Unit>> call, string field) =>
            (await call().ShouldFailAsync(Reason.InvalidField)).Violations[0].Field.ShouldBe(field);
        UpdateUnitRequest Update(Unit unit, string path, string day = "") => new() { Unit = unit, UpdateMask = new() { Paths = { path } }, EffectiveDate = day };
        await Wrong(() => units.CreateUnitAsync(new() { UnitId = "x", Unit = Facts("") }), "unit.display_name");
        await Wrong(() => units.CreateUnitAsync(new() { UnitId = "X", Unit = Facts("市某局") }), "unit_id");
        await Wrong(() => units.CreateUnitAsync(new() { UnitId = "x", Unit = Facts("市某局", UnitKind.Unspecified) }), "unit.kind");
        await Wrong(() => units.CreateUnitAsync(new() { UnitId = "x", Unit = Facts("市某局"), EffectiveDate = "2026-02-30" }), "effective_date");
        await Wrong(() => units.GetUnitAsync(new() { Name = "units/humen", AsOf = "yesterday" }), "as_of");
        await Wrong(() => units.UpdateUnitAsync(Update(new() { Name = "units/humen" }, "name")), "update_mask");
        await Wrong(() => units.UpdateUnitAsync(Update(new() { Name = "units/public-security", Parent = "units/public-security-traffic-police" }, "parent")), "unit.parent");
        await Wrong(() => units.UpdateUnitAsync(Update(new() { Name = "units/humen", Host = "units/nowhere" }, "host")), "unit.host");
        await Wrong(() => units.UpdateUnitAsync(Update(new() { Name = "units/dongguan", Kind = UnitKind.Town }, "kind")), "unit.kind");
        await Wrong(() => units.AbolishUnitAsync(new() { Name = "units/forestry", Successors = { "units/forestry" } }), "successors");
        await FoundAsync(units, "dated", "市有日期局", Middle);
        await Wrong(() => units.UpdateUnitAsync(Update(new() { Name = "units/dated", ShortName = "市日局" }, "short_name", Early)), "effective_date");
        await Wrong(() => units.AbolishUnitAsync(new() { Name = "units/dated", EffectiveDate = Middle }), "effective_date");
    }

    [Fact]
    public async Task Changes_AgainstWhatIsThere_Refused()
    {
        var units = await directory.UnitsAsync();
        await units.CreateUnitAsync(new() { UnitId = "humen", Unit = Facts("市某局") }).ShouldFailAsync(Reason.AlreadyExists);
        await units.CreateUnitAsync(new() { UnitId = "fresh", Unit = Facts("市 教育局") }).ShouldFailAsync(Reason.AlreadyExists);
        await units.UpdateUnitAsync(new() { Unit = new() { Name = "units/justice", DisplayName = "市审计局" }, UpdateMask = new() { Paths = { "display_name" } } })
            .ShouldFailAsync(Reason.AlreadyExists);
        await units.UpdateUnitAsync(new() { Unit = new() { Name = "units/justice", ShortName = "司局", Etag = "77" }, UpdateMask = new() { Paths = { "short_name" } } })
            .ShouldFailAsync(Reason.StaleEtag);
        await units.AbolishUnitAsync(new() { Name = "units/dongguan" }).ShouldFailAsync(Reason.IllegalStep);
        (await units.AbolishUnitAsync(new() { Name = "units/public-security" }).ShouldFailAsync(Reason.IllegalStep)).Message.ShouldContain("units/public-security-");
        await units.AbolishUnitAsync(new() { Name = "units/nowhere" }).ShouldFailAsync(Reason.NotFound);
        await units.ListUnitVersionsAsync(new() { Name = "units/nowhere" }).ShouldFailAsync(Reason.NotFound);
    }

    [Fact]
    public async Task Changes_FailedOrRolledBack_LeaveTheNamesAsTheyWere()
    {
        var units = await directory.UnitsAsync();
        await FoundAsync(units, "kept", "市留名办", Early);
        await units.SplitUnitAsync(new()
        {
            Name = "units/kept", EffectiveDate = Middle,
            Parts = { new NewUnit { UnitId = "k-a", Unit = Facts("市留甲办") }, new NewUnit { UnitId = "k-b", Unit = Facts("市财政局") } },
        }).ShouldFailAsync(Reason.AlreadyExists);
        (await ResolveAsync(units, "市留名办", Middle)).Resource.ShouldBe("units/kept");
        (await ResolveAsync(units, "市留甲办", Middle)).Match.ShouldNotBe(Match.Exact);
    }

    [Fact]
    public async Task UpdateUnit_OverJson_SameRules()
    {
        var http = await directory.JsonAsync();
        var created = await http.PostAsJsonAsync("/v1/units?unitId=json-unit&effectiveDate=2026-01-01", new { displayName = "市接口局", englishName = "Interfaces", kind = "UNIT_KIND_BUREAU" });
        created.EnsureSuccessStatusCode();
        var changed = await http.PatchAsJsonAsync("/v1/units/json-unit?updateMask=shortName&effectiveDate=2026-06-01", new { shortName = "市接局" });
        (await changed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("shortName").GetString().ShouldBe("市接局");
        var versions = await http.GetFromJsonAsync<JsonElement>("/v1/units/json-unit/versions");
        versions.GetProperty("units").GetArrayLength().ShouldBe(2);
        (await http.PostAsJsonAsync("/v1/units/json-unit:abolish", new { effectiveDate = "2026-09-01" })).EnsureSuccessStatusCode();
    }

    static Unit Facts(string name, UnitKind kind = UnitKind.Bureau) => new() { DisplayName = name, EnglishName = "Some Bureau", Kind = kind };

    static async Task<Unit> FoundAsync(UnitService.UnitServiceClient units, string id, string name, string day) =>
        await units.CreateUnitAsync(new() { UnitId = id, Unit = Facts(name), EffectiveDate = day });

    static async Task<List<string>> ListedAsync(UnitService.UnitServiceClient units, string day) =>
        [.. (await units.ListUnitsAsync(new() { PageSize = 1000, AsOf = day, Parent = "units/dongguan" })).Units.Select(u => u.Name)];

    static async Task<Resolution> ResolveAsync(UnitService.UnitServiceClient units, string name, string day) =>
        (await units.ResolveUnitsAsync(new() { Names = { name }, AsOf = day })).Resolutions[0];

    async Task<List<string>> ActionsAsync(string resource)
    {
        await using var scope = directory.Host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DirectoryDbContext>().AuditEntries
            .Where(e => e.Resource == resource).OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync();
    }
}
