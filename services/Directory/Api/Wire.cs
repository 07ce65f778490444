using System.Globalization;
using Suite.Directory.Groups;
using Suite.Directory.Naming;
using Suite.Directory.People;
using Suite.Directory.Units;

namespace Suite.Directory.Api;

/// <summary>Domain things as the contract's messages.</summary>
static class Wire
{
    public static V1.Unit Of(Unit unit) => new()
    {
        Name = ResourceNames.Unit(unit.Id), DisplayName = unit.Name, ShortName = unit.ShortName, EnglishName = unit.EnglishName,
        Kind = Of(unit.Kind), Aliases = { unit.Aliases },
        Parent = unit.ParentId is { } parent ? ResourceNames.Unit(parent) : "", Host = unit.HostId is { } host ? ResourceNames.Unit(host) : "",
        EffectiveFrom = CityCalendar.Text(unit.Since), EffectiveUntil = CityCalendar.Text(unit.Until),
        Successors = { unit.Successors.Select(ResourceNames.Unit) }, Etag = Etag.Of(unit.Version),
    };

    public static V1.UnitKind Of(UnitKind kind) => (V1.UnitKind)kind;

    public static V1.Group Of(UnitGroup group) => new()
    {
        Name = ResourceNames.Group(group.Id), DisplayName = group.Name, EnglishName = group.EnglishName, Aliases = { group.Aliases },
        Kinds = { group.Kinds.Select(Of) }, Etag = Etag.Of(group.Version),
    };

    public static V1.Group Of(ExpandedGroup expanded)
    {
        var group = Of(expanded.Group);
        group.Members.AddRange(expanded.Members.Select(Of));
        group.Listed.AddRange(expanded.Listed);
        return group;
    }

    public static V1.Person Of(Person person) => new()
    {
        Name = ResourceNames.Person(person.Id), DisplayName = person.Name, EnglishName = person.EnglishName, Position = person.Position,
        Aliases = { person.Aliases },
    };

    public static V1.Resolution Of(NameMatch match)
    {
        var resolution = new V1.Resolution
        {
            AsWritten = match.AsWritten, Match = (V1.Match)match.Kind,
            Resource = match.Found?.Resource ?? "", DisplayName = match.Found?.DisplayName ?? "",
            Score = match.Score == 0 ? "" : Text(match.Score), Reason = (V1.MatchReason)match.Reason,
        };
        resolution.Candidates.AddRange(match.Candidates.Select(c => new V1.Candidate
        {
            Resource = c.Named.Resource, DisplayName = c.Named.DisplayName, Score = Text(c.Score), Reason = (V1.MatchReason)c.Reason,
        }));
        return resolution;
    }

    static string Text(double score) => score.ToString("0.00", CultureInfo.InvariantCulture);
}
