using System.Globalization;
using Suite.Tasks.Decomposition;
using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Rows;
using Suite.Tasks.Decomposition.Tables;

namespace Suite.Tasks.Export;

/// <summary>
/// The columns of a plan's table: the six of the official layout; one of numbers where a number before the target would not say it; and one
/// for each column of the plan's document that is none of a plan's own.
/// </summary>
/// <param name="Numbers">True where the numbers have a column.</param>
/// <param name="Labels">True where that column shows the numbers as the document printed them.</param>
/// <param name="Attributes">The names of the plan's attributes, each of which has a column behind the six.</param>
sealed record PlanColumns(IReadOnlyList<TableColumn> All, bool Numbers, bool Labels, IReadOnlyList<string> Attributes)
{
    const int AttributeWidth = 12;

    static readonly TableColumn Requirement = new("总体要求\n(原文表述)", 20, Centred: false);
    static readonly TableColumn Number = new("序号", 6, Centred: true);

    static readonly TableColumn[] Others =
    [
        new("年度目标", 24, Centred: false), new("季度安排", 50, Centred: false),
        new("责任领导", 11, Centred: true), new("牵头单位", 12, Centred: true), new("协助单位", 16, Centred: false),
    ];

    public static PlanColumns Of(IReadOnlyList<LaidTask> tasks)
    {
        var labels = KeepsLabels(tasks);
        var numbers = labels || !AreReadBeforeTargets(tasks);
        List<TableColumn> columns = [Requirement, .. numbers ? [Number] : Array.Empty<TableColumn>(), .. Others];
        var attributes = tasks.SelectMany(t => t.Content.Attributes).Select(a => a.Name).Distinct().ToList();
        foreach (var name in attributes) columns.Add(new(AttributeTitle(columns, name), AttributeWidth, Centred: false));
        return new(columns, numbers, labels, attributes);
    }

    /// <summary>What stands in the column of numbers.</summary>
    public string NumberOf(LaidTask task) => Printed(task, Labels);

    static string Printed(LaidTask task, bool label) =>
        label && task.Content.Label.Length > 0 ? task.Content.Label : task.Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>True where the reader numbers the tasks as the plan does when it sees what was printed.</summary>
    static bool KeepsLabels(IReadOnlyList<LaidTask> tasks)
    {
        if (tasks.All(t => t.Content.Label.Length == 0)) return false;
        var printed = tasks.Select(t =>
        {
            var number = RowNumber.Plain(Width.Fold(Printed(t, label: true)));
            var label = number > 0 ? number.ToString(CultureInfo.InvariantCulture) : t.Content.Label;
            return new PrintedNumber(number, label, Shared: false, t.Section);
        });
        return TaskNumbering.Of([.. printed]).Zip(tasks).All(pair =>
            pair.First.Number == pair.Second.Number && (pair.First.Label ?? "") == pair.Second.Content.Label);
    }

    static bool AreReadBeforeTargets(IReadOnlyList<LaidTask> tasks)
    {
        var last = 0;
        foreach (var task in tasks)
        {
            // What decides is the number and the few characters behind it.
            var cell = string.Create(CultureInfo.InvariantCulture, $"{task.Number}. {Words.Shorten(task.Content.Target)}");
            if (!TaskNumber.TryRead(CellTextReader.Read(cell, 0, cell.Length), 0, last + 1, out last, out _) || last != task.Number) return false;
        }

        return true;
    }

    /// <summary>The attribute's name, in brackets where it would be read as the name of a plan's own column.</summary>
    static string AttributeTitle(List<TableColumn> columns, string name)
    {
        var title = name.Length > ColumnWords.Longest ? name[..ColumnWords.Longest] : name;
        var headings = columns.Select(c => c.Title.Replace("\n", "", StringComparison.Ordinal)).ToList();
        var before = Roles(headings);
        var after = Roles([.. headings, title]);
        return before is not null && after is not null && after[..^1].SequenceEqual(before) && after[^1] == new SourceColumn(ColumnRole.Attribute, title)
            ? title : $"（{title}）";
    }

    static SourceColumn[]? Roles(List<string> headings) =>
        ColumnChoice.TryMake([.. headings.Select(h => new ColumnHeading(h, ""))])?.Columns.ToArray();
}
