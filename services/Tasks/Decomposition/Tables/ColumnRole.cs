namespace Suite.Tasks.Decomposition.Tables;

/// <summary>What a column holds.</summary>
internal enum ColumnRole
{
    /// <summary>Nothing this reader knows: kept under the column's name.</summary>
    Attribute,
    Number,

    /// <summary>A class of tasks (类别, 板块), which is a section.</summary>
    Section,
    Requirement,
    Target,
    Schedule,

    /// <summary>When the words of the row's schedule are due (完成时限).</summary>
    Deadline,
    Leaders,
    LeadUnits,
    SupportingUnits,
}
