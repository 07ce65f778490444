using Suite.Directory.Naming;

namespace Suite.Directory.Tests.Naming;

public sealed class NameIndexTests
{
    static readonly NameIndex Small = new(
        [
            new("units/market", "市市场监管局", "", ["市市场监督管理局"]),
            new("units/science", "市科技局", "", []),
            new("units/reform", "市发展改革局", "市发改局", ["市计划委员会"]),
            new("units/safety", "市道安办", "", []),
            new("groups/towns", "各镇街（园区）", "", ["全市各镇街"]),
            new("units/first", "市资料中心", "", []),
            new("units/second", "东莞市资料中心", "", []),
        ],
        "东莞市");

    [Theory]
    [InlineData("市发展改革局", MatchKind.Exact, "units/reform")]
    [InlineData("市发改局", MatchKind.Exact, "units/reform")]
    [InlineData("市计划委员会", MatchKind.Alias, "units/reform")]
    [InlineData("市发展 改革局", MatchKind.NormalForm, "units/reform")]
    [InlineData("市发展改革委", MatchKind.NormalForm, "units/reform")]
    [InlineData("发展改革局", MatchKind.NormalForm, "units/reform")]
    [InlineData("东莞市发展改革局", MatchKind.NormalForm, "units/reform")]
    [InlineData("市发展改革局（市粮食局）", MatchKind.NormalForm, "units/reform")]
    [InlineData("市发展改革局(市粮食局(筹))", MatchKind.NormalForm, "units/reform")]
    [InlineData("市场监管局", MatchKind.NormalForm, "units/market")]
    [InlineData("市道安办(市公安局交警支队)", MatchKind.NormalForm, "units/safety")]
    [InlineData("各镇街(园区)", MatchKind.NormalForm, "groups/towns")]
    [InlineData("各镇街", MatchKind.NormalForm, "groups/towns")]
    [InlineData("　市科技局\u00a0", MatchKind.NormalForm, "units/science")]
    public void Resolve_KnownName_Sure(string name, MatchKind kind, string resource)
    {
        var match = Small.Resolve(name);
        (match.Kind, match.Found?.Resource).ShouldBe((kind, resource));
        match.Candidates.ShouldBeEmpty();
    }

    [Fact]
    public void Resolve_OneCharacterWrong_Proposed()
    {
        var match = Small.Resolve("市发展改苹局");
        match.Kind.ShouldBe(MatchKind.Proposed);
        match.Found.ShouldBeNull();
        match.Candidates[0].Named.Resource.ShouldBe("units/reform");
        match.Candidates[0].Score.ShouldBeInRange(0.9, 0.99);
        (match.Reason, match.Score).ShouldBe((MatchReason.NearCharacters, match.Candidates[0].Score));
    }

    [Theory]
    [InlineData("市发展改革局", MatchReason.OwnName)]
    [InlineData("市计划委员会", MatchReason.Alias)]
    [InlineData("市发展 改革局", MatchReason.Spacing)]
    [InlineData("市发展改革局（市粮食局）", MatchReason.Brackets)]
    [InlineData("发展改革局", MatchReason.CityPrefix)]
    [InlineData("东莞发展改革局", MatchReason.CityPrefix)]
    [InlineData("市发展改革委", MatchReason.RankSuffix)]
    [InlineData("市发展和改革局", MatchReason.Connective)]
    [InlineData("市发展改革和委员会", MatchReason.Connective)]
    [InlineData("火星", MatchReason.None)]
    public void Resolve_AnyName_SaysWhy(string name, MatchReason reason)
    {
        var match = Small.Resolve(name);
        (match.Reason, match.Score).ShouldBe((reason, reason == MatchReason.None ? 0 : 1));
    }

    [Fact]
    public void Resolve_Abbreviation_ProposedAsSuch()
    {
        var match = new NameIndex([new("units/a", "市文化广电旅游体育局", "", []), new("units/b", "市文化馆", "", [])], "东莞市").Resolve("市文广旅体局");
        (match.Kind, match.Reason, match.Candidates[0].Named.Resource).ShouldBe((MatchKind.Proposed, MatchReason.Abbreviation, "units/a"));
    }

    [Fact]
    public void Resolve_FormOfTwoNames_StricterFormDecides() =>
        Small.Resolve("东莞市 资料中心").Found!.Resource.ShouldBe("units/second");

    [Fact]
    public void Resolve_FormEquallyNearToTwo_ProposesBoth()
    {
        var match = new NameIndex([new("units/a", "市档案局", "", []), new("units/b", "市档案委", "", [])], "东莞市").Resolve("档案委员会");
        match.Kind.ShouldBe(MatchKind.Proposed);
        match.Candidates.Select(c => (c.Named.Resource, c.Score)).ShouldBe([("units/a", 1.0), ("units/b", 1.0)]);
    }

    [Fact]
    public void Resolve_TwoPeopleOfOneName_ProposesBoth()
    {
        var people = new NameIndex([new("people/a", "李军", "", []), new("people/b", "李军", "", [])], "");
        people.Resolve("李军").Candidates.Select(c => c.Named.Resource).ShouldBe(["people/a", "people/b"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("某某某")]
    [InlineData("（")]
    [InlineData("\ud800")]
    [InlineData("市")]
    public void Resolve_NothingNear_None(string name) => Small.Resolve(name).Kind.ShouldBe(MatchKind.None);

    [Fact]
    public void Resolve_ManyNear_AtMostFiveBestFirst()
    {
        var many = new NameIndex([.. Enumerable.Range(0, 30).Select(i => new Named($"units/{i:00}", $"工业园第{(char)('一' + i)}分部办公室", "", []))], "");
        var match = many.Resolve("工业园分部办公室");
        match.Candidates.Count.ShouldBe(Similarity.MostCandidates);
        match.Candidates.Select(c => c.Score).ShouldBeInOrder(SortDirection.Descending);
        match.Candidates.ShouldAllBe(c => c.Score > Similarity.Threshold && c.Score <= 1);
    }
}
