using Suite.Directory.V1;

namespace Suite.Directory.Tests;

public sealed class ListUnitsTests(DirectoryFixture directory) : IClassFixture<DirectoryFixture>
{
    [Fact]
    public async Task ListUnits_SmallPages_ShowEveryUnitOnceInOrder()
    {
        var units = await directory.UnitsAsync();
        var (seen, request) = (new List<string>(), new ListUnitsRequest { PageSize = 7 });
        do
        {
            var page = await units.ListUnitsAsync(request);
            seen.AddRange(page.Units.Select(u => u.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        var whole = await units.ListUnitsAsync(new() { PageSize = 1000 });
        whole.NextPageToken.ShouldBeEmpty();
        seen.ShouldBe(whole.Units.Select(u => u.Name));
        seen.ShouldBe(seen.Order(StringComparer.Ordinal));
        seen.Distinct().Count().ShouldBe(seen.Count);
        seen.Count.ShouldBeGreaterThan(160);
    }
}
