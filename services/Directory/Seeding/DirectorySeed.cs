using Suite.Directory.Groups;
using Suite.Directory.People;
using Suite.Directory.Units;

namespace Suite.Directory.Seeding;

/// <summary>A checked seed file: a directory to start with.</summary>
public sealed record DirectorySeed(
    IReadOnlyList<Unit> Units, IReadOnlyList<UnitGroup> Groups, IReadOnlyList<GroupMember> Members, IReadOnlyList<Person> People);
