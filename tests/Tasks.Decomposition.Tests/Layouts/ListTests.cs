using Shouldly;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests.Layouts;

public sealed class ListTests
{
    [Fact]
    public void Read_ItemsWithBrackets_AreTasksUnderTheirHeadings()
    {
        var plan = Drawn.Read("""
            云溪市2026年政府工作报告重点任务分工方案
            各县（区）人民政府，市直各单位：
            现将有关任务分解如下，请认真抓好落实。
            一、推动产业升级
            坚持工业立市不动摇。
            1.新增规上工业企业60家，工业投资增长8%以上。（责任单位：市工信局、市发改局，各县〔区〕政府；完成时限：12月底前）
            2.建成标准厂房20万平方米。（牵头领导：陈明远；牵头单位：市国资委；配合单位：市自然资源局、市住建局；完成时限：2026年9月底前）
            二、增进民生福祉
            （一）办好教育
            1、新增学位8000个。【责任单位：市教育局】
            （二）扩大就业
            2、新增城镇就业3万人。〔责任单位：市人社局　完成时限：全年〕
            """);
        plan.Title.ShouldBe("云溪市2026年政府工作报告重点任务分工方案");
        plan.Year.ShouldBe(2026);
        plan.Tasks.Select(t => (t.Number, t.Label, t.Section, t.Target)).ShouldBe(
        [
            (1, null, "推动产业升级", "新增规上工业企业60家，工业投资增长8%以上。"),
            (2, null, "推动产业升级", "建成标准厂房20万平方米。"),
            (3, "1", "增进民生福祉 > 办好教育", "新增学位8000个。"),
            (4, "2", "增进民生福祉 > 扩大就业", "新增城镇就业3万人。"),
        ]);
        var (first, second) = (plan.Tasks[0], plan.Tasks[1]);
        first.Requirement.Text.ShouldBe("坚持工业立市不动摇。");
        second.Requirement.ShouldBe(first.Requirement);
        (first.Leads(), first.Supports()).ShouldBe(("市工信局", "市发改局,各县〔区〕政府"));
        (second.Named(), second.Leads(), second.Supports()).ShouldBe(("陈明远", "市国资委", "市自然资源局,市住建局"));
        plan.Tasks.SelectMany(t => t.Items()).ShouldBe(["4 12月底前", "3 2026年9月底前", "1234 Unmarked ", "1234 AllYear 全年"]);
        first.TargetCommitments.Select(c => c.Value).ShouldBe([60m, 8m]);
    }

    [Fact]
    public void Read_LinesBelowItems_SayWhoAndWhen()
    {
        var plan = Drawn.Read("""
            #南坪县2026年重点工作清单
            ##一、交通
            （一）改造农村公路
            改造农村公路120公里，安装护栏40公里。
            责任领导：王立新
            责任单位：县交通局、县财政局
            完成时限：上半年完成60公里，下半年完成60公里
            （二）开通公交环线。
            责任领导：王立新  责任单位：县公交公司
            ##二、水利
            （一）加固水库3座。
            责任单位：县水利局
            完成时限：汛期前
            """);
        plan.Tasks.Select(t => (t.Label, t.Section, t.Target)).ShouldBe(
        [
            ("（一）", "交通", "改造农村公路。改造农村公路120公里，安装护栏40公里。"), ("（二）", "交通", "开通公交环线。"), ("（一）", "水利", "加固水库3座。"),
        ]);
        plan.Tasks[0].Items().ShouldBe(["12 完成60公里，", "34 完成60公里"]);
        (plan.Tasks[0].Leads(), plan.Tasks[0].Supports(), plan.Tasks[0].Named()).ShouldBe(("县交通局", "县财政局", "王立新"));
        plan.Tasks[1].Leads().ShouldBe("县公交公司");
        plan.Tasks[2].Items().ShouldBe(["1234 Unmarked 汛期前"]);
        plan.Diagnostics.Single(d => d.Code == DiagnosticCode.UnitsDividedByCustom).Level.ShouldBe(DiagnosticLevel.Notice);
    }

    [Fact]
    public void Read_FirstUnitLeads_IsASetting()
    {
        const string List = "1. 建成绿道20公里。（责任单位：市林业局、市财政局）\n2. 修复湿地。（责任单位：市林业局，各镇街）";
        var byCustom = Drawn.Read(List).Tasks;
        (byCustom[0].Leads(), byCustom[0].Supports(), byCustom[1].Supports()).ShouldBe(("市林业局", "市财政局", "各镇街"));
        var together = Drawn.Read(List, ReaderOptions.Default with { FirstUnitLeads = false });
        (together.Tasks[0].Leads(), together.Tasks[0].Supports()).ShouldBe(("市林业局,市财政局", ""));
        together.Diagnostics.ShouldNotContain(d => d.Code == DiagnosticCode.UnitsDividedByCustom);
    }

    [Fact]
    public void Read_UnlabelledBrackets_SayWhoLeads()
    {
        var plan = Drawn.Read("""
            （一）深化放管服改革，压减审批时限20%。（市政务局牵头，市司法局、市数据局配合）
            （二）培育跨境电商企业50家（市商务局负责）。
            （三）修订管理办法（试行）。（市司法局、市住建局等按职责分工负责）
            """);
        plan.Tasks.Select(t => (t.Leads(), t.Supports())).ShouldBe([("市政务局", "市司法局,市数据局"), ("市商务局", ""), ("市司法局", "市住建局")]);
        plan.Tasks[2].Target.ShouldBe("修订管理办法（试行）。");
    }

    [Fact]
    public void Read_PartsAboveOneLineOfUnits_AreOneItem()
    {
        var plan = Drawn.Read("""
            1.推进老旧小区改造
            （1）完成改造30个小区。
            （2）加装电梯100台。
            责任单位：市住建局；配合单位：市财政局
            2.整治河道
            （1）清淤10公里。责任单位：市水务局
            （2）截污20处。责任单位：市生态环境局
            """);
        plan.Tasks.Select(t => (t.Section, t.Target, t.Leads())).ShouldBe(
        [
            ("", "推进老旧小区改造。（1）完成改造30个小区。（2）加装电梯100台。", "市住建局"),
            ("整治河道", "清淤10公里。", "市水务局"), ("整治河道", "截污20处。", "市生态环境局"),
        ]);
    }

    [Fact]
    public void Read_TextWithoutTabs_MayBeAList() =>
        new PlanReader().Read("2026年工作要点\n\n一、农业\n1. 建设高标准农田3万亩。\n牵头单位：市农业农村局\n配合单位：市水务局、市财政局\n完成时限：10月底前\n")
            .Tasks.Single().Supports().ShouldBe("市水务局,市财政局");

    [Fact]
    public void Read_FreeLineBelowAHeading_IsNoPartOfItsNames() =>
        new PlanReader().Read($"{Samples.Header}\n市《政府工作报告》(第1项)\n来源。\t1. 做好绿道。\t全年：做。\t张江\t市局\t市财政局\n").Tasks.Single().Supports().ShouldBe("市财政局");

    [Fact]
    public void Read_ALetter_IsNoList() =>
        Should.Throw<PlanFormatException>(() => Drawn.Read("一、问好\n1. 最近好吗？\n2. 联系人：张三"))
            .Reason.ShouldBe(PlanFormatReason.NoHeader);

    [Fact]
    public void Read_DeadlineBehindTheLastUnit_IsADeadline()
    {
        var plan = Drawn.Read("""
            临江市2025年重点工作清单
            1．建成长者食堂20家。〔市民政局牵头，市财政局、市卫生健康局配合，9月底前完成〕
            2．改造供水管网85公里。（责任单位：市水务局，6月底前）
            """);
        plan.Tasks.SelectMany(t => t.Items()).ShouldBe(["3 9月底前完成", "2 6月底前"]);
        (plan.Tasks[0].Leads(), plan.Tasks[0].Supports(), plan.Tasks[1].Leads()).ShouldBe(("市民政局", "市财政局,市卫生健康局", "市水务局"));
    }

    [Fact]
    public void Read_SectionTitlesBetweenTabSeparatedRows_AreSections()
    {
        var plan = new PlanReader().Read(
            "2025年东湖区重点工作责任分解表\n序号\t任务名称\t目标值\t牵头部门\t完成时限\n（一）经济发展\n1\t引进项目\t15个\t区商务局\t12月底\n（二）生态环境\n2\t植树造林\t3000亩\t区林业局\t6月底");
        plan.Tasks.Select(t => (t.Section, t.ScheduleText)).ShouldBe([("经济发展", "12月底"), ("生态环境", "6月底")]);
    }

    [Fact]
    public void Read_TableWithoutHeading_IsNoList() =>
        Should.Throw<PlanFormatException>(() => Drawn.Read("""
            来源|1. 新增学位8000个。|全年推进|陈明远|市教育局|市财政局（责任单位：市教育局）
            来源|2. 新增就业3万人。|全年推进|陈明远|市人社局|无
            """)).Reason.ShouldBe(PlanFormatReason.NoHeader);
}
