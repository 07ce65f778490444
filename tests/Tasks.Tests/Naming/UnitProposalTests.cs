using Shouldly;
using Suite.Tasks.Naming;

namespace Suite.Tasks.Tests.Naming;

public sealed class UnitProposalTests
{
    [Theory]
    [InlineData("市数字经济发展局", ProposedKind.Bureau)]
    [InlineData("市委编办", ProposedKind.Bureau)]
    [InlineData("市法院", ProposedKind.Bureau)]
    [InlineData("南山镇", ProposedKind.Town)]
    [InlineData("城西街道办事处", ProposedKind.Subdistrict)]
    [InlineData("临空经济区管委会", ProposedKind.Park)]
    [InlineData("生态产业园", ProposedKind.Park)]
    [InlineData("市轨道交通集团", ProposedKind.StateEnterprise)]
    [InlineData("中国电信某市分公司", ProposedKind.VerticalAgency)]
    [InlineData("国家统计局某市调查队", ProposedKind.Other)]
    [InlineData("市税务局", ProposedKind.VerticalAgency)]
    [InlineData("市总工会", ProposedKind.MassOrganisation)]
    [InlineData("市理工学院", ProposedKind.Institution)]
    [InlineData("市防汛指挥部", ProposedKind.Headquarters)]
    [InlineData("市安全生产委员会办公室", ProposedKind.Headquarters)]
    [InlineData("某某", ProposedKind.Other)]
    public void For_FormOfTheName_GuessesTheKind(string name, ProposedKind kind) => UnitProposal.For(name, null).Kind.ShouldBe(kind);

    [Fact]
    public void For_HousedOffice_IsAHeadquartersOfItsHost() =>
        UnitProposal.For("市道安办", "市公安局交警支队").ShouldBe(new("市道安办", ProposedKind.Headquarters, "市公安局交警支队", "（市公安局交警支队）"));
}
