using FsCheck;
using FsCheck.Fluent;
using Suite.Directory.V1;
using Suite.Errors.V1;

namespace Suite.Directory.Tests.Api;

public sealed class ListUnitsTests(DirectoryFixture directory) : IClassFixture<DirectoryFixture>
{
    [Fact]
    public async Task ListUnits_AnyPageSizeAndKind_PagesAreTheWholeCut()
    {
        var units = await directory.UnitsAsync();
        var cases =
            from size in Gen.Choose(1, 200)
            from kind in Gen.Elements(Enum.GetValues<UnitKind>())
            select (size, kind);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var whole = units.ListUnits(new() { PageSize = 1000, Kind = c.kind });
            var pages = Pages(units, new() { PageSize = c.size, Kind = c.kind });
            return whole.NextPageToken.Length == 0 && pages.SelectMany(p => p).SequenceEqual(whole.Units)
                && pages.SkipLast(1).All(p => p.Count == c.size) && pages[^1].Count <= c.size;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));
    }

    [Fact]
    public async Task ListUnits_All_InOrderOfIdentifiersWithTheirKinds()
    {
        var all = (await (await directory.UnitsAsync()).ListUnitsAsync(new() { PageSize = 5000 })).Units;
        all.Count.ShouldBeGreaterThan(160);
        all.Select(u => u.Name).ShouldBe(all.Select(u => u.Name).Order(StringComparer.Ordinal));
        all.Count(u => u.Kind == UnitKind.Town).ShouldBe(28);
        all.Count(u => u.Kind == UnitKind.City && u.Parent.Length == 0).ShouldBe(1);
    }

    [Theory]
    [InlineData("no token")]
    [InlineData("AAAA")]
    [InlineData("bnVsbA==")]
    [InlineData("eyJLZXkiOm51bGwsIkFyZ3VtZW50cyI6bnVsbH0=")]
    public async Task ListUnits_ForeignToken_InvalidPageToken(string token) =>
        await (await directory.UnitsAsync()).ListUnitsAsync(new() { PageToken = token }).ShouldFailAsync(Reason.InvalidPageToken);

    [Fact]
    public async Task ListUnits_TokenWithOtherArguments_InvalidPageToken()
    {
        var units = await directory.UnitsAsync();
        var token = (await units.ListUnitsAsync(new() { PageSize = 3 })).NextPageToken;
        await units.ListUnitsAsync(new() { PageSize = 3, PageToken = token, Kind = UnitKind.Town }).ShouldFailAsync(Reason.InvalidPageToken);
        (await units.ListUnitsAsync(new() { PageSize = 9, PageToken = token })).Units.Count.ShouldBe(9);
    }

    [Fact]
    public async Task ListUnits_BadSizeOrKind_InvalidField()
    {
        var units = await directory.UnitsAsync();
        (await units.ListUnitsAsync(new() { PageSize = -1 }).ShouldFailAsync(Reason.InvalidField)).Violations[0].Field.ShouldBe("page_size");
        (await units.ListUnitsAsync(new() { Kind = (UnitKind)99 }).ShouldFailAsync(Reason.InvalidField)).Violations[0].Field.ShouldBe("kind");
    }

    static List<List<Unit>> Pages(UnitService.UnitServiceClient units, ListUnitsRequest request)
    {
        var pages = new List<List<Unit>>();
        do
        {
            var page = units.ListUnits(request);
            pages.Add([.. page.Units]);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return pages;
    }
}
