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
        Kinds = { group.Kinds.Select(Of) }, EffectiveUntil = CityCalendar.Text(group.Until), Etag = Etag.Of(group.Version),
    };

    public static V1.Group Of(ExpandedGroup expanded)
    {
        var group = Of(expanded.Group);
        group.Members.AddRange(expanded.Members.Select(Of));
        group.Listed.AddRange(expanded.Listed);
        return group;
    }

    public static V1.Person Of(PersonOnDay found) => new()
    {
        Name = ResourceNames.Person(found.Person.Id), DisplayName = found.Person.Name, EnglishName = found.Person.EnglishName,
        Position = found.Posts.Select(p => p.Position).FirstOrDefault(position => position > 0), Aliases = { found.Person.Aliases },
        Posts = { found.Posts.Select(Of) }, Deputy = found.Deputy is { } deputy ? ResourceNames.Person(deputy.DeputyId) : "",
        DeputyUntil = CityCalendar.Text(found.Deputy?.Until), Etag = Etag.Of(found.Person.Version),
        Absences =
        {
            found.Absences.Select(a => new V1.Absence
            {
                Deputy = ResourceNames.Person(a.DeputyId), EffectiveFrom = CityCalendar.Text(a.Since), EffectiveUntil = CityCalendar.Text(a.Until),
            }),
        },
    };

    static V1.Post Of(Post post) => new()
    {
        Title = post.Title, Position = post.Position, Portfolio = post.Portfolio, Units = { post.Units.Select(ResourceNames.Unit) },
        EffectiveFrom = CityCalendar.Text(post.Since), EffectiveUntil = CityCalendar.Text(post.Until),
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
