using Suite.Directory.Groups;
using Suite.Directory.People;
using Suite.Directory.Units;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Suite.Directory.Seeding;

/// <summary>Reads a seed file (seeds/README.md describes it) and checks everything before anything is used.</summary>
public sealed class SeedReader
{
    readonly SeedErrors _errors;
    readonly YamlMappingNode _root;

    SeedReader(YamlMappingNode root, SeedErrors errors) => (_root, _errors) = (root, errors);

    /// <param name="file">Name of the file, for messages.</param>
    /// <exception cref="SeedException">The text is not a seed file; the message names lines and identifiers.</exception>
    public static DirectorySeed Read(TextReader text, string file)
    {
        var errors = new SeedErrors(file);
        return new SeedReader(Root(text, errors), errors).Read();
    }

    static YamlMappingNode Root(TextReader text, SeedErrors errors)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(text);
        }
        catch (YamlException error)
        {
            errors.Add(error.Start.Line, error.InnerException?.Message ?? error.Message);
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet's answer to a list or map that is still open where the text ends.
            errors.Add(1, "The YAML opens something that it does not close.");
        }

        if (stream.Documents is [{ RootNode: YamlMappingNode root }]) return root;
        errors.Add(1, "The file must be one YAML document with jurisdiction, units, groups and people.");
        errors.ThrowIfAny();
        return [];
    }

    DirectorySeed Read()
    {
        foreach (var key in _root.Children.Keys.Where(k => k is not YamlScalarNode { Value: "jurisdiction" or "units" or "groups" or "people" }))
            _errors.Add(key.Start.Line, $"'{key}' is none of jurisdiction, units, groups, people.");
        var jurisdiction = _root.Children.TryGetValue("jurisdiction", out var node) && node is YamlScalarNode scalar ? scalar.Value ?? "" : "";
        var units = Entries("units", "unit", "id", "name", "shortName", "english", "kind", "parent", "host", "aliases")
            .Select(e => new Placed<Unit>(UnitOf(e, jurisdiction), e)).ToList();
        var groups = Entries("groups", "group", "id", "name", "english", "aliases", "kinds", "members")
            .Select(e => new Placed<SeedGroup>(GroupOf(e), e)).ToList();
        var people = Entries("people", "person", "id", "name", "english", "position", "aliases")
            .Select(e => new Placed<Person>(PersonOf(e), e)).ToList();
        new SeedChecks(units, groups, people, jurisdiction, _errors).Run();
        _errors.ThrowIfAny();
        return new(
            [.. units.Select(u => u.Value)], [.. groups.Select(g => g.Value.Group)],
            [.. groups.SelectMany(g => g.Value.Members.Select(unit => new GroupMember(g.Value.Group.Id, unit)))], [.. people.Select(p => p.Value)]);
    }

    List<SeedEntry> Entries(string section, string what, params string[] keys)
    {
        var entries = new List<SeedEntry>();
        if (!_root.Children.TryGetValue(section, out var node)) return entries;
        if (node is not YamlSequenceNode list)
        {
            _errors.Add(node.Start.Line, $"'{section}' must be a list.");
            return entries;
        }

        foreach (var item in list)
        {
            if (item is YamlMappingNode entry) entries.Add(new(entry, what, _errors, keys));
            else _errors.Add(item.Start.Line, $"A {what} must have keys: {string.Join(", ", keys)}.");
        }

        return entries;
    }

    static Unit UnitOf(SeedEntry entry, string jurisdiction) => new()
    {
        Id = entry.Id, Name = entry.Required("name"), ShortName = entry.Optional("shortName"), EnglishName = entry.Required("english"),
        Kind = Kind(entry, entry.Required("kind")), Aliases = entry.List("aliases"), HostId = OrNull(entry.Optional("host")),
        ParentId = OrNull(entry.Optional("parent")) ?? (entry.Id == jurisdiction ? null : jurisdiction),
    };

    static SeedGroup GroupOf(SeedEntry entry)
    {
        var group = new UnitGroup
        {
            Id = entry.Id, Name = entry.Required("name"), EnglishName = entry.Required("english"), Aliases = entry.List("aliases"),
            Kinds = [.. entry.List("kinds").Select(kind => Kind(entry, kind))],
        };
        return new(group, entry.List("members"));
    }

    static Person PersonOf(SeedEntry entry) => new()
    {
        Id = entry.Id, Name = entry.Required("name"), EnglishName = entry.Required("english"), Position = entry.Number("position", 1, 2),
        Aliases = entry.List("aliases"),
    };

    static UnitKind Kind(SeedEntry entry, string text)
    {
        if (UnitKindNames.TryParse(text, out var kind)) return kind.Value;
        if (text.Length > 0) entry.Wrong($"has the kind '{text}', which is none of {string.Join(", ", UnitKindNames.All)}");
        return UnitKind.Other;
    }

    static string? OrNull(string text) => text.Length == 0 ? null : text;
}

/// <summary>A thing of the file with its place.</summary>
sealed record Placed<T>(T Value, SeedEntry Entry);

/// <param name="Members">Unit identifiers, where the group is a list.</param>
sealed record SeedGroup(UnitGroup Group, string[] Members);
