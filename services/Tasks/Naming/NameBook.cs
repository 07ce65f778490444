using Suite.Tasks.Decomposition;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Naming;

/// <summary>What a name of the document turned out to mean.</summary>
/// <param name="Id">Identifier in the directory; null where it is not resolved surely.</param>
/// <param name="DisplayName">Canonical name; as written where not resolved.</param>
/// <param name="Candidates">What comes near, best first; only where the directory does not resolve it.</param>
public sealed record NameMeaning(string? Id, string DisplayName, IReadOnlyList<NameCandidate> Candidates);

/// <summary>Somebody whom a name may mean.</summary>
/// <param name="Resource">units/{unit}, groups/{group} or people/{person}</param>
/// <param name="Score">Decimal text, 0.40 to 1.00.</param>
/// <param name="Reason">The directory's MatchReason, by its number.</param>
public sealed record NameCandidate(string Resource, string DisplayName, string Score, int Reason);

/// <summary>All names of one document, resolved in one go; pure, so that a plan can be put together without asking again.</summary>
public sealed record NameBook(
    IReadOnlyDictionary<string, NameMeaning> Units, IReadOnlyDictionary<string, NameMeaning> Groups,
    IReadOnlyDictionary<string, NameMeaning> People, IReadOnlyDictionary<string, IReadOnlyList<GroupMember>> MembersByGroup)
{
    public ResponsibleLeader Leader(LeaderRef leader)
    {
        var meaning = Look(People, leader.Name);
        return new(meaning.Id, meaning.DisplayName, leader.Position, leader.AsWritten) { Name = leader.Name };
    }

    public ResponsibleUnit Unit(UnitRef unit)
    {
        var meaning = Look(Units, unit.Name);
        return new(meaning.Id, meaning.DisplayName, unit.AsWritten, unit.Host is null ? null : Look(Units, unit.Host).DisplayName, unit.Role)
        {
            Name = unit.Name, HostName = unit.Host,
        };
    }

    public ResponsibleGroup Group(GroupRef group)
    {
        var meaning = Look(Groups, group.Name);
        var members = meaning.Id is not null && MembersByGroup.TryGetValue(meaning.Id, out var found) ? found : [];
        return new(meaning.Id, meaning.DisplayName, group.AsWritten, members) { Name = group.Name };
    }

    public NameMeaning MeaningOf(NameKind kind, string text) => Look(kind switch
    {
        NameKind.Unit => Units,
        NameKind.Group => Groups,
        _ => People,
    }, text);

    /// <summary>The same with what the office decided laid over it.</summary>
    public NameBook With(SettledNames settled) => new(
        Over(NameKind.Unit, Units, settled), Over(NameKind.Group, Groups, settled), Over(NameKind.Person, People, settled),
        MembersByGroup.Concat(settled.Members).DistinctBy(m => m.Key).ToDictionary());

    static Dictionary<string, NameMeaning> Over(NameKind kind, IReadOnlyDictionary<string, NameMeaning> names, SettledNames settled) =>
        names.ToDictionary(n => n.Key, n => settled.Over(kind, n.Key, n.Value));

    static NameMeaning Look(IReadOnlyDictionary<string, NameMeaning> names, string name) =>
        names.TryGetValue(name, out var meaning) ? meaning : new(null, name, []);
}
