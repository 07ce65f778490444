using Google.Protobuf.WellKnownTypes;
using Suite.Directory.Naming;
using Suite.ServiceDefaults.Errors;
using Unit = Suite.Directory.Units.Unit;
using UnitKind = Suite.Directory.Units.UnitKind;

namespace Suite.Directory.Api;

/// <summary>Units as requests give them, checked field by field.</summary>
static class UnitInputs
{
    public const int LongestText = 200;

    static readonly string[] Changeable = ["display_name", "short_name", "english_name", "kind", "parent", "host", "aliases"];

    /// <summary>A unit to found.</summary>
    /// <param name="prefix">Path of the message in the request, e.g. <c>unit.</c></param>
    /// <param name="idField">Path of the identifier.</param>
    public static Unit Founded(V1.Unit? message, string id, DateOnly since, string prefix, string idField)
    {
        if (message is null) throw Problems.InvalidField(prefix.TrimEnd('.'), "must be given.");
        if (!ResourceNames.IsId(id)) throw Problems.InvalidField(idField, "must be 1 to 40 of a-z, 0-9 and '-'.");
        if (message.Name.Length > 0) throw Problems.InvalidField($"{prefix}name", $"must be empty; {idField} says which.");
        var unit = new Unit { Id = id, Name = "", EnglishName = "", Kind = UnitKind.Other, Since = since };
        return Changeable.Aggregate(unit, (u, path) => Apply(u, message, path, prefix));
    }

    /// <summary>The change that a mask picks from a message.</summary>
    public static Func<Unit, Unit> Change(V1.Unit message, FieldMask? mask)
    {
        if (mask is null || mask.Paths.Count == 0 || mask.Paths.Except(Changeable).Any())
            throw Problems.InvalidField("update_mask", $"must name at least one of {string.Join(", ", Changeable)}, and nothing else.");
        var paths = mask.Paths.Distinct().ToList();
        var tried = new Unit { Id = "", Name = "", EnglishName = "", Kind = UnitKind.Other };
        foreach (var path in paths) Apply(tried, message, path, "unit.");
        return unit => paths.Aggregate(unit, (u, path) => Apply(u, message, path, "unit."));
    }

    /// <summary>1 to 200 characters, not all blank.</summary>
    public static string Name(string text, string field) =>
        text.Length <= LongestText && NormalForms.Compact(text).Length > 0
            ? text
            : throw Problems.InvalidField(field, $"must be 1 to {LongestText} characters, not all of them blank.");

    static Unit Apply(Unit unit, V1.Unit message, string path, string prefix)
    {
        var field = prefix + path;
        return path switch
        {
            "display_name" => unit with { Name = Name(message.DisplayName, field) },
            "short_name" => unit with { ShortName = message.ShortName.Length == 0 ? "" : Name(message.ShortName, field) },
            "english_name" => unit with { EnglishName = Name(message.EnglishName, field) },
            "kind" => unit with { Kind = Kind(message.Kind, field) },
            "parent" => unit with { ParentId = Related(message.Parent, field) },
            "host" => unit with { HostId = Related(message.Host, field) },
            _ => unit with { Aliases = Aliases(message.Aliases, field) },
        };
    }

    public static UnitKind Kind(V1.UnitKind kind, string field) =>
        kind != V1.UnitKind.Unspecified && System.Enum.IsDefined(kind) ? (UnitKind)kind : throw Problems.InvalidField(field, "must be a value of UnitKind.");

    static string? Related(string name, string field) => name.Length == 0 ? null : ResourceNames.IdIn(ResourceNames.Units, name, field);

    /// <summary>Up to 100 names, each once.</summary>
    public static string[] Aliases(IReadOnlyList<string> aliases, string field)
    {
        if (aliases.Count > AliasLearning.MostAliases) throw Problems.InvalidField(field, $"must be at most {AliasLearning.MostAliases}.");
        return [.. aliases.Select((alias, at) => Name(alias, $"{field}[{at}]")).Distinct()];
    }
}
