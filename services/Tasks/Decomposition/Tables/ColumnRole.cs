namespace Suite.Tasks.Decomposition.Tables;

/// <summary>What a column holds.</summary>
internal enum ColumnRole
{
    Unknown,
    Number,
    Requirement,
    Target,
    Schedule,
    Leaders,
    LeadUnits,
    SupportingUnits,
}
