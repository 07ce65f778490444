using Shouldly;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests.Layouts;

public sealed class GridTests
{
    [Fact]
    public void Read_QuarterColumnsUnderASharedHeading_AreItemsOfTheirQuarters()
    {
        var plan = Drawn.Read("""
            2026年云溪市重点工作责任分解表
            制表单位：云溪市政府督查室

            序号|工作任务|年度目标任务|季度安排|<|<|<|分管领导|责任单位|<|备注
            ^|^|^|一季度|二季度|三季度|四季度|^|牵头|配合|^
            1|提升城市品质|新建口袋公园12个|完成选址|开工建设6个|累计建成8个|建成12个|陈明远|市园林局|市财政局、市住建局|市本级项目
            2|^|改造老旧小区30个|制定方案|<|完成15个；启动其余小区|完成30个|^|市住建局|各县（区）政府|
            """);
        plan.Title.ShouldBe("2026年云溪市重点工作责任分解表");
        plan.Issuer.ShouldBe("云溪市政府督查室");
        var (first, second) = (plan.Tasks[0], plan.Tasks[1]);
        (first.Number, first.Target, first.Requirement.Text).ShouldBe((1, "新建口袋公园12个", "提升城市品质"));
        first.Items().ShouldBe(["1 完成选址。", "2 开工建设6个。", "3 累计建成8个。", "4 建成12个。"]);
        (first.Named(), first.Leads(), first.Supports()).ShouldBe(("陈明远", "市园林局", "市财政局,市住建局"));
        first.Attributes.ShouldBe([new TaskAttribute("备注", "市本级项目")]);
        second.Items().ShouldBe(["12 制定方案。", "3 完成15个；启动其余小区。", "4 完成30个。"]);
        (second.Requirement, second.Named(), second.Supports()).ShouldBe((first.Requirement, "陈明远", "各县（区）政府"));
        second.Attributes.ShouldBeEmpty();
    }

    [Fact]
    public void Read_SharedHeadingWithoutMergedCells_IsUnderstoodToo()
    {
        var plan = Drawn.Read("""
            序号|重点工作|进度安排||责任单位|
            ||上半年|下半年|牵头|协办
            1|建成市民服务中心|主体封顶|投入使用|市住建局|市财政局
            """);
        plan.Tasks.Single().Items().ShouldBe(["12 主体封顶。", "34 投入使用。"]);
        plan.Tasks.Single().Supports().ShouldBe("市财政局");
    }

    [Fact]
    public void Read_TargetOverSeveralRows_IsOneTaskWithSeveralParts()
    {
        var plan = Drawn.Read("""
            序号|工作目标|工作措施|完成时限|责任单位|配合单位
            1|建成滨江绿道20公里|完成施工图设计|2026年3月底前|市林业局|市财政局
            ^|^|完成招标|6月30日前|^|市发改局
            ^|^|全线贯通|12月底|^|市财政局
            2|培育规上企业40家|开展走访服务|全年|市工信局|
            """);
        plan.Tasks.Count.ShouldBe(2);
        plan.Tasks[0].Items().ShouldBe(["1 完成施工图设计。", "2 完成招标。", "4 全线贯通。"]);
        plan.Tasks[0].Supports().ShouldBe("市财政局,市发改局");
        plan.Tasks[1].Items().ShouldBe(["1234 AllYear 开展走访服务。"]);
        plan.Diagnostics.ShouldNotContain(d => d.Code == DiagnosticCode.RowContinued);
    }

    [Fact]
    public void Read_NumberOverSeveralRowsWithUnitsOfTheirOwn_IsATaskEach()
    {
        var plan = Drawn.Read("""
            序号|重点任务|工作内容|时间节点|责任单位
            1|优化营商环境|出台惠企政策20条|3月底前|市发改局
            ^|^|政务服务事项全程网办率达90%|6月底前|市数据局
            2|稳定就业|新增就业2万人|12月底前|市人社局
            """);
        plan.Tasks.Select(t => (t.Number, t.Label, t.Leads())).ShouldBe([(1, null, "市发改局"), (2, "1", "市数据局"), (3, "2", "市人社局")]);
        plan.Tasks.Select(t => t.Requirement.Text).ShouldBe(["优化营商环境", "优化营商环境", "稳定就业"]);
        plan.Tasks.SelectMany(t => t.Items()).ShouldBe(["1 3月底前", "2 6月底前", "4 12月底前"]);
    }

    [Fact]
    public void Read_SectionRows_AreSectionsAndNumbersMayBeginAgain()
    {
        var plan = Drawn.Read("""
            序号|目标任务|推进计划|牵头单位|协办单位
            一、经济发展（2项）|<|<|<|<
            1|完成固定资产投资300亿元|上半年：完成150亿元。下半年：累计完成300亿元。|市发改局|市工信局
            2|新增规上企业20家|全年：新增20家。|市工信局|
            二、社会事业|<|<|<|<
            （一）教育|<|<|<|<
            1|新增学位5000个|三季度：投入使用。|市教育局|
            合计|3项|||
            注：本表按季度调度。|<|<|<|<
            """);
        plan.Tasks.Select(t => (t.Number, t.Label, t.Section)).ShouldBe([(1, null, "经济发展"), (2, null, "经济发展"), (3, "1", "社会事业 > 教育")]);
        plan.Diagnostics.Where(d => d.Code == DiagnosticCode.TextOutsideTable).Select(d => d.Words).ShouldBe(["合计", "注：本表按季度调度。"]);
        plan.Diagnostics.ShouldNotContain(d => d.Code == DiagnosticCode.NumberDoubled || d.Code == DiagnosticCode.NumberMissing);
    }

    [Fact]
    public void Read_SeveralTables_AreOnePlan()
    {
        var plan = Drawn.Read("""
            南坪县2026年政府工作任务清单

            #一、工业
            编号|任务|时间要求|责任部门|联系人
            1|建成标准厂房10万平方米|10月底前|县工信局|王工

            2|引进亿元项目5个|年底前|县招商局|李工

            #二、农业
            编号|任务|时间要求|责任部门|联系人
            3|建设高标准农田3万亩|11月底前|县农业农村局|张工

            印发日期：2026年2月9日
            """);
        plan.Tasks.Select(t => (t.Number, t.Section, t.Items().Single())).ShouldBe(
            [(1, "工业", "4 10月底前"), (2, "工业", "4 年底前"), (3, "农业", "4 11月底前")]);
        plan.Tasks[2].Attributes.ShouldBe([new TaskAttribute("联系人", "张工")]);
        plan.IssuedOn.ShouldBe(new DateOnly(2026, 2, 9));
        plan.Diagnostics.Where(d => d.Code == DiagnosticCode.ColumnKept).Select(d => d.Words).ShouldBe(["联系人"]);
    }

    [Fact]
    public void Read_MonthColumns_AreItemsOfTheirQuarters()
    {
        var months = string.Join('|', Enumerable.Range(1, 12).Select(m => $"{m}月"));
        var plan = Drawn.Read($"项目名称|牵头单位|月度计划|<|<|<|<|<|<|<|<|<|<|<\n^|^|{months}\n西环路|市交通局|可研|<|<|初设||招标|开工|<|<|<|<|完工");
        plan.Tasks.Single().Items().ShouldBe(["1 可研。", "2 初设。", "2 招标。", "34 开工。", "4 完工。"]);
        plan.Diagnostics.ShouldNotContain(d => d.Code == DiagnosticCode.QuarterDoubled);
    }

    [Fact]
    public void Read_WordsInAQuarterColumn_KeepTheirOwnPartsInThatQuarter() =>
        Drawn.Read("""
            任务|一季度|二季度目标|主办单位
            建好两馆|<b>东馆：</b>选址。<b>西馆：</b>设计。|东馆和西馆开工|市文旅局
            """).Tasks.Single().Items().ShouldBe(["1 [东馆] 选址。", "1 [西馆] 设计。", "2 东馆和西馆开工。"]);

    [Fact]
    public void Read_AMergedUnitOverManyRows_IsHeldToTheLimit()
    {
        var unit = new string('局', 400);
        var rows = string.Join('\n', Enumerable.Range(1, 60).Select(n => $"{n}|任务{n}|{(n == 1 ? unit : "^")}"));
        Should.Throw<PlanFormatException>(() => Drawn.Read($"序号|任务|责任单位\n{rows}", ReaderOptions.Default with { MaxCharacters = 10_000 }))
            .Reason.ShouldBe(PlanFormatReason.TooLong);
    }

    [Fact]
    public void Read_PeriodsInAColumnOfTheirOwn_SayWhenTheWordsBesideThemAreDue()
    {
        var plan = Drawn.Read("""
            类别|序号|目标任务|季度|季度工作安排|责任单位
            乡村|1|建设美丽乡村40个|第一季度|确定名单|县农业农村局（牵头）、县水利局
            ^|^|^|第二、三季度|建成25个|^
            ^|^|^|第四季度|累计建成40个|^
            """);
        plan.Tasks.Single().Items().ShouldBe(["1 确定名单。", "23 建成25个。", "4 累计建成40个。"]);
        (plan.Tasks.Single().Section, plan.Tasks.Single().Leads()).ShouldBe(("乡村", "县农业农村局"));
    }

    [Fact]
    public void Read_DateBehindTheIssuersName_IsNoPartOfIt()
    {
        var plan = Drawn.Read("""
            临河市2025年重点工作任务分解表
            制表单位：临河市人民政府办公室  2025年2月18日

            序号|工作任务|责任单位
            1|建成污水处理厂2座|市水务局
            """);
        (plan.Issuer, plan.IssuedOn).ShouldBe(("临河市人民政府办公室", new DateOnly(2025, 2, 18)));
    }
}
