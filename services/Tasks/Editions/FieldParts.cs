using System.Globalization;
using System.Runtime.InteropServices;
using Suite.Tasks.Decomposition;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Editions;

/// <summary>The parts in which a field of two tasks differs.</summary>
static class FieldParts
{
    /// <summary>Empty where the field has no parts that differ.</summary>
    public static IReadOnlyList<DifferencePart> Of(TaskField field, TaskContent old, TaskContent now) => field switch
    {
        TaskField.Target => Commitments(old, now, annual: true),
        TaskField.Schedule => [.. Items(old.Schedule, now.Schedule), .. Commitments(old, now, annual: false)],
        TaskField.Leaders => NameParts.Leaders(old.Leaders, now.Leaders),
        TaskField.LeadUnits => NameParts.Units(old.LeadUnits, now.LeadUnits, ordered: true),
        TaskField.SupportingUnits => NameParts.Units(old.SupportingUnits, now.SupportingUnits, ordered: false),
        TaskField.SupportingGroups => NameParts.Groups(old.SupportingGroups, now.SupportingGroups),
        TaskField.Attributes => Attributes(old.Attributes, now.Attributes),
        _ => [],
    };

    /// <summary>Column by column; that a column stands elsewhere is no difference.</summary>
    static List<DifferencePart> Attributes(IReadOnlyList<TaskAttribute> old, IReadOnlyList<TaskAttribute> now)
    {
        var (before, after) = (old.ToLookup(a => a.Name, a => a.Text), now.ToLookup(a => a.Name, a => a.Text));
        return [.. old.Concat(now).Select(a => a.Name).Distinct()
            .Select(name => new DifferencePart(PartKind.Field, name, string.Join('；', before[name]), string.Join('；', after[name])))
            .Where(p => !ComparedText.Same(p.Old, p.New))];
    }

    public static IEnumerable<DifferencePart> Commitments(TaskContent old, TaskContent now) =>
        Commitments(old, now, annual: true).Concat(Commitments(old, now, annual: false));

    static List<DifferencePart> Items(IReadOnlyList<ScheduleItem> old, IReadOnlyList<ScheduleItem> now) =>
        Parts(PartKind.ScheduleItem, PlaceOf, i => i.Text, old, now);

    static List<DifferencePart> Commitments(TaskContent old, TaskContent now, bool annual) =>
        Parts(PartKind.Commitment, CommitmentKey.PlaceOf, CommitmentText.Of,
            [.. old.Commitments().Where(c => c.Annual == annual)], [.. now.Commitments().Where(c => c.Annual == annual)]);

    /// <summary>Takes away what both say in the same place, then pairs what is left of each place; the rest is gone or new.</summary>
    static List<DifferencePart> Parts<T>(PartKind kind, Func<T, string> place, Func<T, string> text, IReadOnlyList<T> old, IReadOnlyList<T> now)
    {
        var (before, after) = (old.ToLookup(place, text), now.ToLookup(place, text));
        return [.. old.Concat(now).Select(place).Distinct().SelectMany(at =>
        {
            var (gone, came) = (Without(before[at], after[at]), Without(after[at], before[at]));
            return Enumerable.Range(0, Math.Max(gone.Count, came.Count))
                .Select(n => new DifferencePart(kind, at, gone.ElementAtOrDefault(n) ?? "", came.ElementAtOrDefault(n) ?? ""));
        })];
    }

    /// <summary>The texts that the others do not say too, as often as they say them more.</summary>
    static List<string> Without(IEnumerable<string> texts, IEnumerable<string> others)
    {
        var left = others.GroupBy(ComparedText.Of).ToDictionary(g => g.Key, g => g.Count());
        return [.. texts.Where(text => CollectionsMarshal.GetValueRefOrAddDefault(left, ComparedText.Of(text), out _)-- <= 0)];
    }

    static string PlaceOf(ScheduleItem item)
    {
        var quarters = item.Kind switch
        {
            ScheduleKind.AllYear => "全年",
            ScheduleKind.EachQuarter => "每季度",
            ScheduleKind.Unmarked => "",
            _ => Quarters(item.Quarters),
        };
        return item.Workstream is null ? quarters : $"{item.Workstream} {quarters}".TrimEnd();
    }

    internal static string Quarters(IEnumerable<int> quarters) =>
        string.Join("、", quarters.Select(q => string.Create(CultureInfo.InvariantCulture, $"Q{q}")));
}
