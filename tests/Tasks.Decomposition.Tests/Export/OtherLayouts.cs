using Xunit;

namespace Suite.Tasks.Decomposition.Tests.Export;

/// <summary>Small tables as other cities lay them out; each has something that the six columns alone could not say.</summary>
public static class OtherLayouts
{
    private const string Title = "2025年重点工作任务分解表\n";

    public static TheoryData<string, string> All => new()
    {
        { "numbers that begin again, sections inside sections, remarks", Title + """
            序号	工作任务	年度目标	时间节点	牵头单位	配合单位	备注
            一、产业发展						
            （一）工业						
            1	抓工业	新增规上企业20家	6月底前新增8家；12月底前新增20家	市工信局	市财政局	常态化
            2	抓技改	完成技改投资5亿元	全年	市工信局		
            （二）农业						
            1	抓粮食	播种面积8万亩	每季度调度一次	市农业农村局	市水务局、各镇街	
            二、社会民生						
            1	抓教育	新增学位3000个	9月底前完成	市教育局	无	民生实事
            """ },
        { "numbers of more than four digits", Title + """
            序号	年度目标	季度安排	责任领导	牵头单位	协助单位
            20250001	办好一件事	一季度：启动。二季度：完成。	张江	市林业局	无
            20250002	建成绿道9公里	全年：建成绿道9公里。	张江	市林业局	无
            """ },
        { "targets that begin with a number", Title + """
            序号	年度目标	季度安排	责任领导	牵头单位	协助单位
            3	5个项目开工	一季度：启动。	张江	市林业局	无
            7	2.5万人就业	全年：2.5万人就业。	张江	市林业局	无
            """ },
        { "numbers that are no plain numbers", Title + """
            编号	年度目标	季度安排	责任领导	牵头单位	协助单位
            1.1	办好一件事	一季度：启动。	张江	市林业局	无
            1.2	办好两件事	二季度：启动。	张江	市林业局	无
            """ },
        { "a column a quarter", Title + """
            序号	年度目标	一季度	二季度	三季度	四季度	分管领导	责任单位
            1	完成投资10亿元	完成2亿元	累计完成5亿元	累计完成8亿元	累计完成10亿元	王小山	市发展改革局、市财政局
            2	建成公园3个		开工建设3个		建成3个	王小山	市城管局
            """ },
        { "periods of other years", Title + """
            序号	年度目标	季度安排	责任领导	牵头单位	协助单位
            1	建成桥梁3座	一季度：选址。四季度：开工3座。2026年一季度：验收2座。	张江	市林业局	无
            2	建成公园5个	3月底前完成设计；10月底前建成5个；2026年6月底前完成移交3个。	张江	市林业局	无
            3	清淤9公里	三季度：招标。11月至次年3月：清淤9公里。	张江	市林业局	无
            """ },
        { "indicators with their units in a column", Title + """
            序号	指标名称	单位	2024年实际	年度目标	一季度	上半年	责任单位	分管领导
            1	规模以上工业增加值	亿元	1100	1250	280	600	市工信局	张江
            2	规模以上工业增加值增速	%	5.8	≥6.5	5	6左右	市工信局	张江
            3	营商环境指数	—	90	92.5	90	91	市发改局	张江
            4	优良天数	天	320	330	80	160	市环境局	张江
            """ },
        { "columns that no plan has", Title + """
            年度目标	季度安排	责任领导	牵头单位	协助单位	投资额	联系人	这一列的名字很长但不超过二十个字
            1. 办好一件事	一季度：启动。	张江	市林业局	无	3亿元	李一	甲
            2. 办好两件事	二季度：启动。	张江	市林业局	无		李二	
            """ },
    };
}
