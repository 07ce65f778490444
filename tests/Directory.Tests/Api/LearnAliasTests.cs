using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Suite.Directory.Storage;
using Suite.Directory.V1;
using Suite.Errors.V1;

namespace Suite.Directory.Tests.Api;

public sealed class LearnAliasTests(DirectoryFixture directory) : IClassFixture<DirectoryFixture>
{
    [Theory]
    [InlineData("units/science-technology", "市科技创新局")]
    [InlineData("groups/towns-and-parks", "全部镇和街道和园区")]
    public async Task LearnAlias_NewNameOfABody_ResolvesSurelyFromThenOn(string resource, string alias)
    {
        var units = await directory.UnitsAsync();
        (await ResolveAsync(units, alias)).Match.ShouldNotBe(Match.Alias);
        var answer = await units.LearnAliasAsync(new() { Resource = resource, Alias = $" {alias}　" });
        (answer.Resource, answer.Aliases[^1], answer.Learned).ShouldBe((resource, alias, true));
        var resolution = await ResolveAsync(units, alias);
        (resolution.Match, resolution.Resource).ShouldBe((Match.Alias, resource));
    }

    [Fact]
    public async Task LearnAlias_PersonAsWritten_ResolvesSurelyAndIsListed()
    {
        var units = await directory.UnitsAsync();
        await units.LearnAliasAsync(new() { Resource = "people/liu-guangbin", Alias = "刘光浜" });
        var resolution = (await units.ResolveUnitsAsync(new() { People = { "刘光浜" } })).People[0];
        (resolution.Match, resolution.Resource).ShouldBe((Match.Alias, "people/liu-guangbin"));
        var people = await new PersonService.PersonServiceClient(directory.Host.GrpcInvoker(await directory.TokenAsync())).ListPeopleAsync(new());
        people.People.Single(p => p.Name == "people/liu-guangbin").Aliases.ShouldBe(["刘光浜"]);
    }

    [Fact]
    public async Task LearnAlias_Repeated_ChangesNothingAndIsAuditedOnce()
    {
        var units = await directory.UnitsAsync();
        var request = new LearnAliasRequest { Resource = "units/education", Alias = "市教体局", Source = "plans/2024/tasks/44", RequestId = "learn-1" };
        var first = await units.LearnAliasAsync(request);
        (await units.LearnAliasAsync(request)).ShouldBe(first);
        var again = await units.LearnAliasAsync(new() { Resource = "units/education", Alias = "市 教体局" });
        (again.Learned, again.Aliases.Count(a => a == "市教体局")).ShouldBe((false, 1));
        await using var scope = directory.Host.Services.CreateAsyncScope();
        var audited = await scope.ServiceProvider.GetRequiredService<DirectoryDbContext>().AuditEntries
            .Where(e => e.Action == "LearnAlias" && e.Resource == "units/education" && e.Detail.Contains("plans/2024/tasks/44")).SingleAsync();
        audited.Actor.ShouldBe("office");
    }

    [Fact]
    public async Task LearnAlias_NameOfAnother_RefusedWithItsOwner()
    {
        var units = await directory.UnitsAsync();
        var problem = await units.LearnAliasAsync(new() { Resource = "units/education", Alias = "市　财政局" }).ShouldFailAsync(Reason.AlreadyExists);
        problem.Message.ShouldContain("units/finance");
    }

    [Fact]
    public async Task LearnAlias_OneNameForTwoAtOnce_OnlyOneGetsIt()
    {
        var units = await directory.UnitsAsync();
        var calls = new[] { "units/education", "units/finance", "units/water", "units/justice" }
            .Select(async unit =>
            {
                try
                {
                    return (await units.LearnAliasAsync(new() { Resource = unit, Alias = "市争名局" })).Learned;
                }
                catch (Grpc.Core.RpcException refused) when (refused.StatusCode == Grpc.Core.StatusCode.AlreadyExists)
                {
                    return false;
                }
            });
        (await Task.WhenAll(calls)).Count(learned => learned).ShouldBe(1);
    }

    [Theory]
    [InlineData("units/no-such", "某局", Reason.NotFound)]
    [InlineData("people/no-such", "某人", Reason.NotFound)]
    [InlineData("plans/2024", "某局", Reason.InvalidField)]
    [InlineData("units/Education", "某局", Reason.InvalidField)]
    [InlineData("", "某局", Reason.InvalidField)]
    [InlineData("units/education", " 　", Reason.InvalidField)]
    public async Task LearnAlias_BadArguments_Refused(string resource, string alias, Reason reason) =>
        await (await directory.UnitsAsync()).LearnAliasAsync(new() { Resource = resource, Alias = alias }).ShouldFailAsync(reason);

    [Fact]
    public async Task LearnAlias_TooLongOrTooMany_InvalidField()
    {
        var units = await directory.UnitsAsync();
        await units.LearnAliasAsync(new() { Resource = "units/water", Alias = new('水', 201) }).ShouldFailAsync(Reason.InvalidField);
        await units.LearnAliasAsync(new() { Resource = "units/water", Alias = "市水局", Source = new('x', 201) }).ShouldFailAsync(Reason.InvalidField);
        await units.LearnAliasAsync(new() { Resource = "units/water", Alias = "市水局", RequestId = new('x', 65) }).ShouldFailAsync(Reason.InvalidField);
        var had = (await units.GetUnitAsync(new() { Name = "units/statistics" })).Aliases.Count;
        for (var i = had; i < 100; i++) await units.LearnAliasAsync(new() { Resource = "units/statistics", Alias = $"统计别名{i}" });
        var problem = await units.LearnAliasAsync(new() { Resource = "units/statistics", Alias = "多出来的别名" }).ShouldFailAsync(Reason.InvalidField);
        problem.Message.ShouldContain("100");
    }

    static async Task<Resolution> ResolveAsync(UnitService.UnitServiceClient units, string name) =>
        (await units.ResolveUnitsAsync(new() { Names = { name } })).Resolutions[0];
}
