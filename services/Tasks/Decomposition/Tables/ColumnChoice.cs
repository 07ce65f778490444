using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Tables;

/// <summary>
/// Gives each column its role from what all of them are called. Of several columns that say what is to be done, the goal is the target,
/// else the one that tells most (工作内容 before 工作任务 before 项目名称); the one before it is the requirement where no column is called so.
/// </summary>
internal sealed class ColumnChoice
{
    private readonly IReadOnlyList<ColumnHeading> headings;
    private readonly ColumnKind[] kinds;
    private readonly ColumnRole[] roles;

    private ColumnChoice(IReadOnlyList<ColumnHeading> headings, int measures)
    {
        this.headings = headings;
        kinds = [.. headings.Select((h, i) => i == measures ? ColumnKind.Other : h.Kind)];
        roles = new ColumnRole[headings.Count];
        SettleYears();
    }

    /// <summary>The columns, or null: a heading names what is to be done and when, or who.</summary>
    /// <param name="measures">The column of units of measure, which names no office; -1 where there is none or it is not known yet.</param>
    internal static TableColumns? TryMake(IReadOnlyList<ColumnHeading> headings, int measures = -1)
    {
        var choice = new ColumnChoice(headings, measures);
        if (choice.Target() is not { } target || !choice.SaysWhenOrWho()) return null;
        var columns = choice.Make(target);
        var details = columns.IndexOf(ColumnRole.Schedule);
        if (details < 0 || choice.kinds[details] is ColumnKind.Schedule or ColumnKind.Period) return columns;
        return columns with { DetailsAsTargets = new ColumnChoice(headings, measures).Make(details) };
    }

    private TableColumns Make(int target)
    {
        roles[target] = ColumnRole.Target;
        ChooseRequirement(target);
        ChooseSchedule(target);
        ChooseNames();
        First(ColumnKind.Number, ColumnRole.Number);
        First(ColumnKind.Class, ColumnRole.Section);
        return new TableColumns(Named(), kinds.Contains(ColumnKind.Lead)) { Headings = headings, Indicator = Array.IndexOf(kinds, ColumnKind.Indicator) };
    }

    /// <summary>年底 is the fourth quarter beside three others; 全年目标, or 全年 where nothing else is, is the goal beside quarters.</summary>
    private void SettleYears()
    {
        var quarters = headings.Where(h => h.Kind == ColumnKind.Period).Select(h => Width.Fold(h.Leaf)).ToList();
        var hasFourth = quarters.Exists(q => q.Contains('四') || q.Contains("4季", StringComparison.Ordinal) || q.Contains("下半年", StringComparison.Ordinal));
        var hasGoal = kinds.Contains(ColumnKind.Goal);
        for (var i = 0; i < kinds.Length; i++)
            if (kinds[i] == ColumnKind.YearPeriod)
                kinds[i] = headings[i].Leaf.StartsWith("年底", StringComparison.Ordinal) && quarters.Count > 0 && !hasFourth ? ColumnKind.Period
                    : ColumnWords.YearKind(Width.Fold(headings[i].Leaf)) is var kind and not ColumnKind.None ? kind
                    : quarters.Count == 0 ? ColumnKind.None : hasGoal ? ColumnKind.Period : ColumnKind.Goal;
    }

    private bool SaysWhenOrWho() => kinds.Any(k => k is >= ColumnKind.Schedule and not ColumnKind.Body)
        || (kinds.Contains(ColumnKind.Body) && kinds.Contains(ColumnKind.Number));

    private int? Target() =>
        Last(i => kinds[i] == ColumnKind.Goal && headings[i].Leaf.Contains('年')) ?? Last(ColumnKind.Goal) ?? Last(ColumnKind.Content)
        ?? (kinds.Contains(ColumnKind.Period) ? Last(ColumnKind.Measures) : null) ?? Last(ColumnKind.Indicator) ?? Last(ColumnKind.Work) ?? Last(ColumnKind.Item) ?? Last(ColumnKind.Measures) ?? Last(ColumnKind.Requirement);

    private int? Last(ColumnKind kind) => Last(i => kinds[i] == kind);

    private int? Last(Predicate<int> fits)
    {
        for (var i = kinds.Length - 1; i >= 0; i--)
            if (fits(i)) return i;
        return null;
    }

    private void ChooseRequirement(int target)
    {
        if (First(ColumnKind.Requirement, ColumnRole.Requirement)) return;
        foreach (var kind in new[] { ColumnKind.Work, ColumnKind.Item, ColumnKind.Indicator, ColumnKind.Goal, ColumnKind.Content })
            for (var i = 0; i < target; i++)
                if (i != target && kinds[i] == kind && roles[i] == ColumnRole.Attribute)
                {
                    roles[i] = ColumnRole.Requirement;
                    return;
                }
    }

    /// <summary>Periods, else the columns called a schedule, else what the target's column leaves to say, under the deadline's column.</summary>
    private void ChooseSchedule(int target)
    {
        var periods = kinds.Contains(ColumnKind.Period);
        var texts = kinds.Contains(ColumnKind.Schedule);
        for (var i = 0; i < kinds.Length; i++)
        {
            var details = kinds[i] == ColumnKind.Measures || (i > target && kinds[i] is ColumnKind.Content or ColumnKind.Work);
            if (kinds[i] is ColumnKind.Period or ColumnKind.Schedule || (!periods && !texts && details && roles[i] == ColumnRole.Attribute))
                roles[i] = ColumnRole.Schedule;
            else if (kinds[i] == ColumnKind.Deadline && !periods) roles[i] = ColumnRole.Deadline;
        }
    }

    /// <summary>Where one column leads by name, those that are only in charge support it.</summary>
    private void ChooseNames()
    {
        All(ColumnKind.Leaders, ColumnRole.Leaders);
        if (!kinds.Contains(ColumnKind.Leaders)) All(ColumnKind.Persons, ColumnRole.Leaders);
        All(ColumnKind.Supporting, ColumnRole.SupportingUnits);
        if (kinds.Contains(ColumnKind.Lead))
        {
            All(ColumnKind.Lead, ColumnRole.LeadUnits);
            All(ColumnKind.Charged, ColumnRole.SupportingUnits);
        }
        else if (!First(ColumnKind.Charged, ColumnRole.LeadUnits)) First(ColumnKind.Body, ColumnRole.LeadUnits);
    }

    private bool First(ColumnKind kind, ColumnRole role)
    {
        var found = Array.FindIndex(kinds, k => k == kind);
        if (found < 0 || roles[found] != ColumnRole.Attribute) return false;
        roles[found] = role;
        return true;
    }

    private void All(ColumnKind kind, ColumnRole role)
    {
        for (var i = 0; i < kinds.Length; i++)
            if (kinds[i] == kind && roles[i] == ColumnRole.Attribute) roles[i] = role;
    }

    private List<SourceColumn> Named()
    {
        var taken = new HashSet<SourceColumn>();
        var named = new List<SourceColumn>();
        for (var i = 0; i < roles.Length; i++)
        {
            var plain = roles[i] != ColumnRole.Attribute && kinds[i] != ColumnKind.Period && taken.Add(new SourceColumn(roles[i]));
            var name = plain ? "" : kinds[i] == ColumnKind.Period && headings[i].PeriodWords is { } words ? words : headings[i].Name(i);
            while (!plain && !taken.Add(new SourceColumn(roles[i], name))) name = $"{name} {i + 1}";
            named.Add(new SourceColumn(roles[i], name));
        }
        return named;
    }
}
