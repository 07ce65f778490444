namespace Suite.Indicators.Imports;

/// <summary>What a column of an imported file holds.</summary>
public enum ColumnRole
{
    Ignore,
    Indicator,
    Entity,
    Period,
    PeriodValue,
    YearToDateValue,
    Growth,
    Status,
    Unit,
    Comparator,
    Note,
    Comment,
    Target,
}

/// <summary>The roles by their names in mappings, and by the headings that tables usually have.</summary>
public static class ColumnRoles
{
    static readonly Dictionary<string, ColumnRole> ByName = new()
    {
        ["ignore"] = ColumnRole.Ignore, ["indicator"] = ColumnRole.Indicator, ["entity"] = ColumnRole.Entity, ["period"] = ColumnRole.Period,
        ["period_value"] = ColumnRole.PeriodValue, ["year_to_date_value"] = ColumnRole.YearToDateValue, ["growth"] = ColumnRole.Growth, ["status"] = ColumnRole.Status,
        ["unit"] = ColumnRole.Unit, ["comparator"] = ColumnRole.Comparator, ["note"] = ColumnRole.Note, ["comment"] = ColumnRole.Comment,
        ["target"] = ColumnRole.Target,
    };

    static readonly Dictionary<string, ColumnRole> ByHeading = new(ByName)
    {
        ["指标"] = ColumnRole.Indicator, ["指标名称"] = ColumnRole.Indicator, ["镇街"] = ColumnRole.Entity, ["镇街(园区)"] = ColumnRole.Entity, ["地区"] = ColumnRole.Entity,
        ["对象"] = ColumnRole.Entity, ["单位名称"] = ColumnRole.Entity, ["时期"] = ColumnRole.Period, ["期间"] = ColumnRole.Period, ["月份"] = ColumnRole.Period,
        ["季度"] = ColumnRole.Period, ["年份"] = ColumnRole.Period, ["本期"] = ColumnRole.PeriodValue, ["当期"] = ColumnRole.PeriodValue, ["本期值"] = ColumnRole.PeriodValue,
        ["数值"] = ColumnRole.PeriodValue, ["value"] = ColumnRole.PeriodValue, ["累计"] = ColumnRole.YearToDateValue, ["累计值"] = ColumnRole.YearToDateValue,
        ["year_to_date"] = ColumnRole.YearToDateValue, ["ytd"] = ColumnRole.YearToDateValue, ["同比"] = ColumnRole.Growth, ["同比增长"] = ColumnRole.Growth, ["同比增长(%)"] = ColumnRole.Growth,
        ["增速"] = ColumnRole.Growth, ["状态"] = ColumnRole.Status, ["计量单位"] = ColumnRole.Unit, ["单位"] = ColumnRole.Unit, ["备注"] = ColumnRole.Note, ["说明"] = ColumnRole.Comment,
        ["目标"] = ColumnRole.Target, ["目标值"] = ColumnRole.Target, ["年度目标"] = ColumnRole.Target, ["全年目标"] = ColumnRole.Target, ["比较"] = ColumnRole.Comparator,
    };

    public static IEnumerable<string> All => ByName.Keys;

    /// <summary>Null for no name of a role.</summary>
    public static ColumnRole? Read(string name) => ByName.TryGetValue(name, out var role) ? role : null;

    /// <summary>Null for a heading that tables do not usually have.</summary>
    public static ColumnRole? Usual(string heading) => ByHeading.TryGetValue(heading.ToLowerInvariant().Replace('（', '(').Replace('）', ')'), out var role) ? role : null;
}
