using Suite.Tasks.Plans;

namespace Suite.Tasks.Naming;

/// <summary>Whom a name means by the office's word; no identifier where it is to be left unresolved.</summary>
public sealed record SettledName(NameKind Kind, string Text, string? Id, string DisplayName);

/// <summary>What the office decided on names, laid over what a task says. Pure.</summary>
public sealed class SettledNames(IEnumerable<SettledName> settled, IReadOnlyDictionary<string, IReadOnlyList<GroupMember>> members)
{
    readonly Dictionary<(NameKind, string), SettledName> _settled = settled.ToDictionary(s => (s.Kind, s.Text));

    /// <summary>The meaning of a name with the decisions over it.</summary>
    public NameMeaning Over(NameKind kind, string text, NameMeaning meaning) =>
        _settled.TryGetValue((kind, text), out var found) && found.Id is not null ? new(found.Id, found.DisplayName, meaning.Candidates) : meaning;

    /// <summary>Members of the groups that decisions name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<GroupMember>> Members => members;

    /// <summary>The content with every name that was decided on; the same object where none occurs.</summary>
    /// <param name="openOnly">True leaves alone what is resolved.</param>
    public TaskContent Over(TaskContent content, bool openOnly)
    {
        var changed = false;
        SettledName? Look(NameKind kind, string? id, string text)
        {
            if ((openOnly && id is not null) || !_settled.TryGetValue((kind, text), out var found)) return null;
            changed = true;
            return found;
        }

        ResponsibleUnit Unit(ResponsibleUnit unit)
        {
            var named = Look(NameKind.Unit, unit.Id, unit.Name ?? unit.DisplayName) is { } found ? unit with { Id = found.Id, DisplayName = found.DisplayName } : unit;
            return unit.HostName is not null && Look(NameKind.Unit, null, unit.HostName) is { } host ? named with { HostDisplayName = host.DisplayName } : named;
        }

        ResponsibleGroup Group(ResponsibleGroup group) => Look(NameKind.Group, group.Id, group.Name ?? group.DisplayName) is { } found
            ? group with { Id = found.Id, DisplayName = found.DisplayName, Members = found.Id is null ? [] : members.GetValueOrDefault(found.Id, []) }
            : group;

        ResponsibleLeader Leader(ResponsibleLeader leader) => Look(NameKind.Person, leader.Id, leader.Name ?? leader.DisplayName) is { } found
            ? leader with { Id = found.Id, DisplayName = found.DisplayName }
            : leader;

        var said = content with
        {
            Leaders = [.. content.Leaders.Select(Leader)], LeadUnits = [.. content.LeadUnits.Select(Unit)],
            SupportingUnits = [.. content.SupportingUnits.Select(Unit)], SupportingGroups = [.. content.SupportingGroups.Select(Group)],
        };
        return changed ? said : content;
    }
}
