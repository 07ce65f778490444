using Suite.Directory.V1;
using Suite.Errors.V1;

namespace Suite.Directory.Tests.Api;

public sealed class GetTests(DirectoryFixture directory) : IClassFixture<DirectoryFixture>
{
    [Fact]
    public async Task GetUnit_Known_WithAllItsNames()
    {
        var unit = await (await directory.UnitsAsync()).GetUnitAsync(new() { Name = "units/public-security-traffic-police" });
        unit.ShouldBe(new Unit
        {
            Name = "units/public-security-traffic-police", DisplayName = "市公安局交警支队", ShortName = "市交警支队",
            EnglishName = "Traffic Police Detachment of the Public Security Bureau", Kind = UnitKind.Bureau, Parent = "units/public-security",
            Aliases = { "市公安局交通警察支队", "市公安交警支队", "东莞市公安局交通警察支队" }, Etag = "1",
        });
    }

    [Fact]
    public async Task GetUnit_Unknown_NotFound()
    {
        var problem = await (await directory.UnitsAsync()).GetUnitAsync(new() { Name = "units/atlantis" }).ShouldFailAsync(Reason.NotFound);
        problem.Resource.ShouldBe(new("unit", "units/atlantis"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("units/")]
    [InlineData("groups/humen")]
    [InlineData("units/Humen")]
    [InlineData("units/humen\n")]
    [InlineData("units/humen/x")]
    [InlineData("units/a'; drop table unit; --")]
    [InlineData("units/\0")]
    [InlineData("units/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task GetUnit_MisshapenName_InvalidField(string name) =>
        (await (await directory.UnitsAsync()).GetUnitAsync(new() { Name = name }).ShouldFailAsync(Reason.InvalidField)).Violations[0].Field.ShouldBe("name");

    [Fact]
    public async Task GetGroup_ByKinds_AllUnitsOfThoseKinds()
    {
        var group = await (await directory.GroupsAsync()).GetGroupAsync(new() { Name = "groups/towns-and-parks" });
        group.Kinds.ShouldBe([UnitKind.Town, UnitKind.Subdistrict, UnitKind.Park]);
        group.Members.Count.ShouldBe(28 + 4 + 2);
        group.Members.Select(m => m.Name).ShouldBe(group.Members.Select(m => m.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task GetGroup_ByList_ThoseOfTheList()
    {
        var group = await (await directory.GroupsAsync()).GetGroupAsync(new() { Name = "groups/towns-and-parks-concerned" });
        group.Kinds.ShouldBeEmpty();
        group.Members.Select(m => m.Name).ShouldBe(["units/dongcheng", "units/dongkeng", "units/nancheng", "units/qiaotou"]);
    }

    [Fact]
    public async Task ListGroups_Seeded_WithoutMembers()
    {
        var groups = (await (await directory.GroupsAsync()).ListGroupsAsync(new() { PageSize = 4 })).Groups;
        groups.Count.ShouldBe(4);
        groups.ShouldAllBe(g => g.Members.Count == 0);
    }

    [Fact]
    public async Task BatchGetGroups_Several_InTheOrderAsked()
    {
        string[] asked = ["groups/towns-and-parks-concerned", "groups/road-safety-members", "groups/towns-and-parks", "groups/road-safety-members"];
        var answer = await (await directory.GroupsAsync()).BatchGetGroupsAsync(new() { Names = { asked } });
        answer.Groups.Select(g => g.Name).ShouldBe(asked);
        answer.Groups.ShouldAllBe(g => g.Members.Count > 0);
    }

    [Fact]
    public async Task BatchGetGroups_OneUnknownOrTooMany_Refused()
    {
        var groups = await directory.GroupsAsync();
        await groups.BatchGetGroupsAsync(new() { Names = { "groups/towns-and-parks", "groups/none" } }).ShouldFailAsync(Reason.NotFound);
        await groups.BatchGetGroupsAsync(new() { Names = { Enumerable.Repeat("groups/towns-and-parks", 101) } }).ShouldFailAsync(Reason.InvalidField);
        await groups.BatchGetGroupsAsync(new()).ShouldFailAsync(Reason.InvalidField);
        (await groups.BatchGetGroupsAsync(new() { Names = { "groups/towns-and-parks", "x" } }).ShouldFailAsync(Reason.InvalidField))
            .Violations[0].Field.ShouldBe("names[1]");
    }

    [Fact]
    public async Task ListPeople_Seeded_LeadersWithTheirPositions()
    {
        var people = new PersonService.PersonServiceClient(directory.Host.GrpcInvoker(await directory.TokenAsync()));
        var first = await people.ListPeopleAsync(new() { PageSize = 10 });
        var rest = await people.ListPeopleAsync(new() { PageSize = 10, PageToken = first.NextPageToken });
        rest.NextPageToken.ShouldBeEmpty();
        first.People.Concat(rest.People).Count().ShouldBe(18);
        first.People.Single(p => p.Name == "people/chen-zhijun").ShouldBe(
            new Person { Name = "people/chen-zhijun", DisplayName = "陈志军", EnglishName = "Chen Zhijun", Position = 2, Posts = { new Post { Position = 2 } }, Etag = "1" });
    }
}
