using Suite.Tasks.Decomposition;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Naming;

/// <summary>What a name of the document turned out to mean.</summary>
/// <param name="Id">Identifier in the directory; null where it is not resolved surely.</param>
/// <param name="DisplayName">Canonical name; as written where not resolved.</param>
/// <param name="Proposals">Canonical names that come near, best first; only where not resolved.</param>
public sealed record NameMeaning(string? Id, string DisplayName, IReadOnlyList<string> Proposals);

/// <summary>All names of one document, resolved in one go; pure, so that a plan can be put together without asking again.</summary>
public sealed record NameBook(
    IReadOnlyDictionary<string, NameMeaning> Units, IReadOnlyDictionary<string, NameMeaning> Groups,
    IReadOnlyDictionary<string, NameMeaning> People, IReadOnlyDictionary<string, IReadOnlyList<GroupMember>> MembersByGroup)
{
    public ResponsibleLeader Leader(LeaderRef leader)
    {
        var meaning = Look(People, leader.Name);
        return new(meaning.Id, meaning.DisplayName, leader.Position, leader.AsWritten);
    }

    public ResponsibleUnit Unit(UnitRef unit)
    {
        var meaning = Look(Units, unit.Name);
        return new(meaning.Id, meaning.DisplayName, unit.AsWritten, unit.Host is null ? null : Look(Units, unit.Host).DisplayName, unit.Role);
    }

    public ResponsibleGroup Group(GroupRef group)
    {
        var meaning = Look(Groups, group.Name);
        var members = meaning.Id is not null && MembersByGroup.TryGetValue(meaning.Id, out var found) ? found : [];
        return new(meaning.Id, meaning.DisplayName, group.AsWritten, members);
    }

    static NameMeaning Look(IReadOnlyDictionary<string, NameMeaning> names, string name) =>
        names.TryGetValue(name, out var meaning) ? meaning : new(null, name, []);
}
