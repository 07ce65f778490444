using System.Net.Http.Json;
using System.Text.Json;
using Suite.Directory.V1;
using Suite.Errors.V1;

namespace Suite.Directory.Tests.Api;

public sealed class ResolveTests(DirectoryFixture directory) : IClassFixture<DirectoryFixture>
{
    [Fact]
    public async Task ResolveUnits_UnitsGroupsPeople_AnsweredInTheOrderAsked()
    {
        var answer = await (await directory.UnitsAsync()).ResolveUnitsAsync(new()
        {
            Names = { "市发展改革委", "各镇街(园区)", "市科学技木局", "火星基地" }, People = { "刘光滨", "刘 光滨", "无人" },
        });
        answer.Resolutions.Select(r => (r.AsWritten, r.Match, r.Resource, r.DisplayName)).ShouldBe(
        [
            ("市发展改革委", Match.Alias, "units/development-reform", "市发展改革局"),
            ("各镇街(园区)", Match.NormalForm, "groups/towns-and-parks", "各镇街（园区）"),
            ("市科学技木局", Match.Proposed, "", ""),
            ("火星基地", Match.None, "", ""),
        ]);
        answer.People.Select(r => (r.Match, r.Resource)).ShouldBe(
            [(Match.Exact, "people/liu-guangbin"), (Match.NormalForm, "people/liu-guangbin"), (Match.None, "")]);
    }

    [Fact]
    public async Task ResolveUnits_NearName_CandidatesWithTwoDecimals()
    {
        var answer = await (await directory.UnitsAsync()).ResolveUnitsAsync(new() { Names = { "市城市管理综合执去局" } });
        var best = answer.Resolutions[0].Candidates[0];
        (best.Resource, best.DisplayName).ShouldBe(("units/urban-management", "市城市管理综合执法局"));
        best.Score.ShouldMatch("^0\\.[0-9]{2}$");
    }

    [Fact]
    public async Task ResolveUnits_TwoThousandNames_Answered()
    {
        var answer = await (await directory.UnitsAsync()).ResolveUnitsAsync(new() { Names = { Enumerable.Range(0, 2000).Select(i => $"市第{i}管理局") } });
        answer.Resolutions.Count.ShouldBe(2000);
    }

    [Fact]
    public async Task ResolveUnits_TooManyOrTooLong_InvalidField()
    {
        var units = await directory.UnitsAsync();
        await units.ResolveUnitsAsync(new() { Names = { Enumerable.Repeat("x", 2001) } }).ShouldFailAsync(Reason.InvalidField);
        await units.ResolveUnitsAsync(new() { People = { Enumerable.Repeat("x", 2001) } }).ShouldFailAsync(Reason.InvalidField);
        var problem = await units.ResolveUnitsAsync(new() { Names = { "市教育局", new string('市', 201) } }).ShouldFailAsync(Reason.InvalidField);
        problem.Violations.ShouldHaveSingleItem().Field.ShouldBe("names[1]");
    }

    [Fact]
    public async Task ResolveUnits_OverJson_SameAnswer()
    {
        var http = await (await directory.JsonAsync()).PostAsJsonAsync("/v1/units:resolve", new { names = new[] { "市发改局" } });
        var answer = await http.Content.ReadFromJsonAsync<JsonElement>();
        answer.GetProperty("resolutions")[0].GetProperty("resource").GetString().ShouldBe("units/development-reform");
        answer.GetProperty("resolutions")[0].GetProperty("match").GetString().ShouldBe("MATCH_EXACT");
    }
}
