using System.Globalization;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Editions;

/// <summary>
/// Lists of names compared by whom they mean: the same identifier, or, where the new one is not resolved, the same words. A name that
/// was not resolved before and is now counts as another one.
/// </summary>
static class NameParts
{
    public static List<DifferencePart> Leaders(IReadOnlyList<ResponsibleLeader> old, IReadOnlyList<ResponsibleLeader> now) =>
        Ordered(PartKind.Leader, old.Select(Entry.Of), now.Select(Entry.Of));

    /// <param name="ordered">True where the order counts: the first lead unit answers for the task.</param>
    public static List<DifferencePart> Units(IReadOnlyList<ResponsibleUnit> old, IReadOnlyList<ResponsibleUnit> now, bool ordered) => ordered
        ? Ordered(PartKind.Unit, old.Select(Entry.Of), now.Select(Entry.Of))
        : Unordered(PartKind.Unit, [.. old.Select(Entry.Of)], [.. now.Select(Entry.Of)]);

    public static List<DifferencePart> Groups(IReadOnlyList<ResponsibleGroup> old, IReadOnlyList<ResponsibleGroup> now) =>
        Unordered(PartKind.Group, [.. old.Select(Entry.Of)], [.. now.Select(Entry.Of)]);

    /// <summary>Place by place: what stands first and what stands second are different parts in a task.</summary>
    static List<DifferencePart> Ordered(PartKind kind, IEnumerable<Entry> old, IEnumerable<Entry> now)
    {
        var (before, after) = (old.ToList(), now.ToList());
        return [.. Enumerable.Range(0, Math.Max(before.Count, after.Count))
            .Select(at => (At: at, Old: before.ElementAtOrDefault(at), New: after.ElementAtOrDefault(at)))
            .Where(p => p.Old is null || p.New is null || !p.New.Means(p.Old))
            .Select(p => new DifferencePart(kind, (p.At + 1).ToString(CultureInfo.InvariantCulture), p.Old?.Text ?? "", p.New?.Text ?? ""))];
    }

    static List<DifferencePart> Unordered(PartKind kind, List<Entry> old, List<Entry> now)
    {
        var known = old.SelectMany(o => o.Keys).ToHashSet();
        var kept = now.Select(n => n.Key).ToHashSet();
        return [.. old.Where(o => !o.Keys.Any(kept.Contains)).Select(o => new DifferencePart(kind, "", o.Text, "")),
                .. now.Where(n => !known.Contains(n.Key)).Select(n => new DifferencePart(kind, "", "", n.Text))];
    }

    /// <param name="Key">Whom it means as far as known, with host and role.</param>
    /// <param name="Words">The key it would have were it not resolved.</param>
    sealed record Entry(string Key, string Words, string Text)
    {
        /// <summary>Every key of a new name that means no other than this one.</summary>
        public string[] Keys => [Key, Words];

        public static Entry Of(ResponsibleUnit unit) => Make(unit.Id, unit.AsWritten, $"{unit.HostDisplayName}|{unit.Role}", FieldText.Of(unit));

        public static Entry Of(ResponsibleGroup group) => Make(group.Id, group.AsWritten, "", group.DisplayName);

        public static Entry Of(ResponsibleLeader leader) => Make(leader.Id, leader.DisplayName, "", leader.DisplayName);

        public bool Means(Entry old) => old.Keys.Contains(Key);

        static Entry Make(string? id, string written, string more, string text)
        {
            var words = $"words {ComparedText.Of(written)}";
            return new(id is null ? words : $"id {id}|{more}", words, text);
        }
    }
}
