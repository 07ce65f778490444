using Suite.Directory.Naming;
using Suite.Directory.Seeding;

namespace Suite.Directory.Tests.Naming;

/// <summary>The index over seeds/directory.yaml.</summary>
static class SeededIndex
{
    public static DirectorySeed Seed { get; } = ReadSeed();

    public static IReadOnlyList<Named> Bodies { get; } =
        [.. Seed.Units.Select(u => new Named(ResourceNames.Unit(u.Id), u.Name, u.ShortName, u.Aliases)),
         .. Seed.Groups.Select(g => new Named(ResourceNames.Group(g.Id), g.Name, "", g.Aliases))];

    public static NameIndex Index { get; } = new(Bodies, "东莞市");

    /// <summary>The index as if nothing bore this name.</summary>
    public static NameIndex Without(string name) => new(
        [.. Bodies.Select(b => b with { ShortName = b.ShortName == name ? "" : b.ShortName, Aliases = [.. b.Aliases.Where(a => a != name)] })], "东莞市");

    static DirectorySeed ReadSeed()
    {
        using var text = File.OpenText(DirectoryFixture.SeedFile);
        return SeedReader.Read(text, "directory.yaml");
    }
}
