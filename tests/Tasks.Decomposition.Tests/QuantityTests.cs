using System.Globalization;
using Shouldly;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests;

public sealed class QuantityTests
{
    private static string[] Target(string target) => [.. Samples.Read(target, "一季度：做。").TargetCommitments.Select(Print)];

    private static string Print(Commitment c) =>
        string.Join(' ', c.Value.ToString(CultureInfo.InvariantCulture) + (c.MaxValue is { } max ? $"-{max}" : ""), c.Unit ?? "∅", c.Comparator)
        + (c.GrowthRate ? " growth" : "");

    [Theory]
    [InlineData("新建基站3900个。", "3900 个 Eq")]
    [InlineData("新增企业1.05万家。", "1.05 万家 Eq")]
    [InlineData("完成投资1,400亿元。", "1400 亿元 Eq")]
    [InlineData("新增学位３.３万个。", "3.3 万个 Eq")]
    [InlineData("使用1000万专项资金。", "1000 万 Eq")]
    [InlineData("举办7-8场活动。", "7-8 场 Eq")]
    [InlineData("实施项目1—2项。", "1-2 项 Eq")]
    [InlineData("培育3至5个品牌。", "3-5 个 Eq")]
    [InlineData("改造5300多亩农田。", "5300 亩 Gt")]
    [InlineData("培训1万余名学员。", "1 万名 Gt")]
    [InlineData("新增床位不少于500张。", "500 张 Ge")]
    [InlineData("至少举办一场活动。", "1 场 Ge")]
    [InlineData("推广10家或以上企业。", "10 家 Ge")]
    [InlineData("完成投资超过25亿元。", "25 亿元 Gt")]
    [InlineData("产值突破80亿元。", "80 亿元 Ge")]
    [InlineData("浓度控制在24.6微克/立方米以下。", "24.6 微克/立方米 Le")]
    [InlineData("组织约23场活动。", "23 场 Approx")]
    [InlineData("走访企业20家左右。", "20 家 Approx")]
    [InlineData("产值加快向800亿元迈进。", "800 亿元 Approx")]
    [InlineData("签约1宗项目。", "1 宗 Eq")]
    [InlineData("力争产值达到550亿元。", "550 亿元 Ge")]
    [InlineData("力争完成投资280亿元。", "280 亿元 Eq")]
    [InlineData("确保产值达730亿元。", "730 亿元 Eq")]
    [InlineData("产值增长10%。", "10 % Eq growth")]
    [InlineData("经费统一压减10%。", "10 % Eq growth")]
    [InlineData("合格率提高到98%以上。", "98 % Ge")]
    [InlineData("质量竞争力指数达到92。", "92 ∅ Eq")]
    [InlineData("认定两批中心。", "2 批 Eq")]
    [InlineData("完成《名城规定》等四份文件修订。", "4 份 Eq")]
    [InlineData("粮食产量稳定在200亿斤以上。", "200 亿斤 Ge")]
    [InlineData("压减一般性支出5%。", "5 % Eq growth")]
    [InlineData("居民消费价格涨幅3%左右。", "3 % Approx growth")]
    [InlineData("推动28个镇80%以上村开展分类。", "80 % Ge")]
    public void Read_OneAmount_GivesValueUnitAndComparator(string target, string expected) => Target(target).ShouldBe([expected]);

    [Theory]
    [InlineData("落实《三年计划（2023—2025年）》，建成500千伏变电站。")]
    [InlineData("在30天内办结，用时不超过7个工作日。")]
    [InlineData("举办第135届展会，推进2号线和二期工程。")]
    [InlineData("以12345热线为主，推进“1+7”体系，落实10部门意见。")]
    [InlineData("充分发挥6个分会的作用，培育一批企业，织好一张网。")]
    [InlineData("统筹管理全市1600名专员。")]
    [InlineData("给予最高300万元奖励，支持35万千瓦光伏项目。")]
    [InlineData("督促比例低于75%的镇街，认定2024批次企业。")]
    public void Read_NumbersThatPromiseNothing_AreLeftOut(string target) => Target(target).ShouldBeEmpty();

    [Fact]
    public void Read_SeveralAmounts_EachHaveTheirMeasure() =>
        Samples.Read("新建、改扩建中小学15所、幼儿园19所。", "一季度：做。").TargetCommitments.Select(c => c.Measure)
            .ShouldBe(["新建、改扩建中小学", "新建、改扩建幼儿园"]);

    [Theory]
    [InlineData("招引亿元以上项目100个，其中10亿元以上项目15个、50亿元以上项目3个。", "招引亿元以上项目|招引亿元以上项目：其中10亿元以上项目|招引亿元以上项目：其中50亿元以上项目")]
    [InlineData("地铁3号线完成总工程量的70%，全年完成投资45亿元。", "地铁3号线完成总工程量进度|地铁3号线投资")]
    [InlineData("城镇化率提高1个百分点，达到65%。", "城镇化率提高|城镇化率")]
    [InlineData("办好10件民生实事，完成率100%。", "办好民生实事|办好民生实事完成率")]
    [InlineData("建成1个面积超1500平方米，直播间超15个的直播示范项目。", "建成直播示范项目")]
    public void Read_Clauses_NameWhatIsCounted(string target, string measures) =>
        Samples.Read(target, "一季度：做。").TargetCommitments.Select(c => c.Measure).ShouldBe(measures.Split('|'));

    [Fact]
    public void Read_ShortMeasures_AreCompletedFromWhatWasSaid()
    {
        var task = Samples.Read("力争云溪产业产值达到300亿元，增速8%以上。", "一季度：力争产业产值达到60亿元。四季度：力争产业产值达到300亿元。");
        task.TargetCommitments.Select(c => c.Measure).ShouldBe(["云溪产业产值", "云溪产业产值增速"]);
        task.Schedule.SelectMany(i => i.Commitments).ShouldAllBe(c => c.Measure == "云溪产业产值" && c.Accumulation == Accumulation.Cumulative);
    }

    [Theory]
    [InlineData("开工建设河滨剧场。", "四季度：整体进度完成约12%。", "河滨剧场：整体进度")]
    [InlineData("完成工业投资1400亿元。", "四季度：推动各镇完成全年1400亿元目标任务。", "工业投资")]
    [InlineData("整治隐患路段60处。", "四季度：完成5处部级、3处省级、52处镇级督办路段整治。", "部级督办路段整治|省级督办路段整治|镇级督办路段整治")]
    [InlineData("完成投资90亿元。", "<b>地铁7号线东段：</b>四季度：完成投资7亿元。", "地铁7号线东段投资")]
    [InlineData("做大云溪基地。", "<b>云溪基地方面：</b>四季度：力争固定资产投资超260亿元，实现增长30%。", "云溪基地：固定资产投资|云溪基地：固定资产投资增长")]
    public void Read_AmountsThatNameNoSubject_TakeThatOfTaskPartOrRow(string target, string schedule, string measures) =>
        string.Join('|', Samples.Read(target, schedule).Schedule.Single().Commitments.Select(c => c.Measure)).ShouldBe(measures);

    [Theory]
    [InlineData("一季度：合计走访企业200家。二季度：累计走访企业500家。", "CC")]
    [InlineData("一季度：开展50场“观摩庭”普法活动。二季度：累计开展不少于100场“观摩庭”。", "CC")]
    [InlineData("一季度：推动2条示范带启动建设。二季度：推动2条示范带加快建设。", "CC", "启动建设2条示范带。")]
    [InlineData("一季度：完成进出口15亿元。二季度：完成进出口20亿元。四季度：完成进出口65亿元，力争全年进出口突破100亿元。", "IIIC", "力争进出口突破100亿元。")]
    public void Read_SeriesPutDifferently_IsOneSeries(string schedule, string expected, string target = "做好工作。") =>
        string.Concat(Samples.Read(target, schedule).Schedule.SelectMany(i => i.Commitments).Select(c => c.Accumulation.ToString()[0])).ShouldBe(expected);

    [Theory]
    [InlineData("一季度：建设基站10个。二季度：建设基站20个。三、四季度：建设基站70个。", "III")]
    [InlineData("一季度：建设基站10个。二季度：建设基站50个。三、四季度：建设基站100个。", "CCC")]
    [InlineData("一季度：建设基站10个。二季度：累计建设基站50个。三、四季度：累计建设基站100个。", "CCC")]
    [InlineData("一季度：主体工程完成30%。二季度：覆盖率80%。四季度：建设基站100个。", "CUC")]
    public void Read_Series_DecidesHowAmountsAccumulate(string schedule, string expected) =>
        string.Concat(Samples.Read("建设基站100个。", schedule).Schedule.SelectMany(i => i.Commitments).Select(c => c.Accumulation.ToString()[0]))
            .ShouldBe(expected);

    [Fact]
    public void Read_QuarterNamedInsideAnItem_NarrowsTheAmount() =>
        Samples.Read("完成投资。", "二、三季度：力争二季度完成投资350亿元，三季度380亿元。").Schedule.Single().Commitments
            .Select(c => (c.Value, c.Quarters.Single(), c.Measure)).ShouldBe([(350m, 2, "投资"), (380m, 3, "投资")]);

    [Fact]
    public void Read_MoreNumbersThanASentenceHolds_AreReportedAndLeftOut()
    {
        var plan = new PlanReader().Read(Samples.OneTask("做好。", string.Concat(Enumerable.Repeat("建站1个", 600))));
        plan.Tasks[0].Schedule[0].Commitments.ShouldBeEmpty();
        plan.Diagnostics.ShouldContain(d => d.Code == DiagnosticCode.CellNotUnderstood);
    }
}
