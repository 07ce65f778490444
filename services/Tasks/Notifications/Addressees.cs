using Suite.Auth.V1;
using Suite.ServiceDefaults.Identity;
using Suite.Tasks.Naming;
using Suite.Tasks.Rules;

namespace Suite.Tasks.Notifications;

/// <summary>
/// To whom a notification goes: a desk, not an account, so that whoever sits at it reads it, also who comes later or stands in.
/// <c>units/{unit}/reporters</c>, <c>units/{unit}/approvers</c>, <c>office</c>, <c>people/{person}</c>.
/// </summary>
public static class Addressees
{
    public const string Office = "office";

    public static string Reporters(string unit) => $"{ResourceNames.Unit(unit)}/reporters";

    public static string Approvers(string unit) => $"{ResourceNames.Unit(unit)}/approvers";

    /// <param name="office">The desk of the plan's office.</param>
    public static IEnumerable<string> Of(Recipient recipient, string unit, IReadOnlyList<string> leaders, string office = Office) => recipient switch
    {
        Recipient.Reporter => [Reporters(unit)],
        Recipient.Approver => [Approvers(unit)],
        Recipient.Office => [office],
        _ => leaders.Select(ResourceNames.Person),
    };

    /// <summary>The desks a caller sits at.</summary>
    /// <param name="people">Identifiers of the leader the caller is and of those the caller stands in for.</param>
    public static IReadOnlyList<string> Of(Caller caller, IEnumerable<string> people)
    {
        var desks = new List<string>();
        if (caller.Roles.Contains(Role.Office)) desks.Add(Office);
        if (caller.Unit is { } unit && caller.Roles.Contains(Role.Reporter)) desks.Add(Reporters(ResourceNames.IdOf(unit)));
        if (caller.Unit is { } own && caller.Roles.Contains(Role.Approver)) desks.Add(Approvers(ResourceNames.IdOf(own)));
        if (caller.Roles.Contains(Role.Leader)) desks.AddRange(people.Select(ResourceNames.Person));
        return desks;
    }

    /// <summary>The unit whose desk it is; null for the office and for leaders.</summary>
    public static string? UnitOf(string addressee) => addressee.Split('/') is ["units", var unit, _] ? unit : null;
}
