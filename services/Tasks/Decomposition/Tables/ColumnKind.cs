namespace Suite.Tasks.Decomposition.Tables;

/// <summary>What a column's name speaks of, before the columns beside it decide what role that gives it.</summary>
internal enum ColumnKind
{
    /// <summary>No word that is known.</summary>
    None,

    /// <summary>Known to be none of the others (完成情况, 联系人, 备注).</summary>
    Other,
    Number,

    /// <summary>类别</summary>
    Class,

    /// <summary>总体要求, 任务来源</summary>
    Requirement,

    /// <summary>年度目标: what is to be reached.</summary>
    Goal,

    /// <summary>工作任务: what is to be done.</summary>
    Work,

    /// <summary>工作内容: what that is in particular.</summary>
    Content,

    /// <summary>指标名称: what is counted.</summary>
    Indicator,

    /// <summary>项目名称: what it is called.</summary>
    Item,

    /// <summary>工作措施: how it is done.</summary>
    Measures,

    /// <summary>进度安排: what is due when.</summary>
    Schedule,

    /// <summary>一季度: what is due then.</summary>
    Period,

    /// <summary>年底, 全年: a period only among columns of periods.</summary>
    YearPeriod,

    /// <summary>完成时限</summary>
    Deadline,

    /// <summary>分管领导</summary>
    Leaders,

    /// <summary>责任人: leaders where no column is called so.</summary>
    Persons,

    /// <summary>牵头单位: leads by its name.</summary>
    Lead,

    /// <summary>责任单位: leads unless another leads by name.</summary>
    Charged,

    /// <summary>主管部门, 单位: leads where no other does.</summary>
    Body,

    /// <summary>配合单位</summary>
    Supporting,
}
