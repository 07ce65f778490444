using Google.Protobuf.WellKnownTypes;
using Suite.Directory.Accounts;
using Suite.Directory.Clients;
using Suite.Directory.V1;
using Suite.ServiceDefaults.Errors;

namespace Suite.Directory.Api;

/// <summary>API clients as the contract's messages, and back.</summary>
static class ClientWire
{
    static readonly string[] Changeable = ["display_name", "roles", "unit", "methods"];
    static readonly TimeSpan UsualOverlap = TimeSpan.FromHours(24);

    public static Client Of(SeenClient seen)
    {
        var client = seen.Client;
        return new()
        {
            Name = ResourceNames.Client(client.Id), DisplayName = client.DisplayName, Roles = { client.Roles.Select(RoleNames.Parse).Order() },
            Unit = client.UnitId is { } unit ? ResourceNames.Unit(unit) : "", Methods = { client.Methods },
            State = client.Disabled is null ? ClientState.Active : ClientState.Disabled, CreateTime = client.Created.ToTimestamp(),
            Secrets = { seen.Secrets.Select(Of) }, Etag = ClientDesk.EtagOf(client),
        };
    }

    /// <exception cref="ProblemException">INVALID_FIELD for a role or unit of another shape.</exception>
    public static ClientRights RightsOf(Client message) => new(
        message.DisplayName.Trim(), [.. message.Roles.Select((role, at) => AccountWire.Role(role, $"client.roles[{at}]")).Distinct()],
        AccountWire.UnitIn(message.Unit, "client.unit"), [.. message.Methods.Distinct()]);

    /// <summary>What the client becomes when the fields of the mask are taken from the message; all four where it is empty.</summary>
    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static ClientRights Apply(ApiClient client, Client message, FieldMask? mask)
    {
        IReadOnlyCollection<string> paths = mask?.Paths is { Count: > 0 } given ? given : Changeable;
        if (paths.FirstOrDefault(p => !Changeable.Contains(p)) is { } odd)
            throw Problems.InvalidField("update_mask", $"may name {string.Join(", ", Changeable)}; '{odd}' cannot be changed here.");
        var (now, then) = (client.Rights, RightsOf(message));
        return new(
            paths.Contains("display_name") ? then.DisplayName : now.DisplayName, paths.Contains("roles") ? then.Roles : now.Roles,
            paths.Contains("unit") ? then.UnitId : now.UnitId, paths.Contains("methods") ? then.Methods : now.Methods);
    }

    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static TimeSpan OverlapIn(RotateClientSecretRequest request)
    {
        if (request.Overlap is not { } overlap) return UsualOverlap;
        var valid = overlap.Nanos is >= 0 and < 1_000_000_000 && overlap.Seconds >= 0 && overlap.Seconds <= (long)ClientDesk.LongestOverlap.TotalSeconds;
        return valid ? overlap.ToTimeSpan() : throw Problems.InvalidField("overlap", "must be 0 s to 30 days.");
    }

    static V1.ClientSecret Of(Clients.ClientSecret secret) =>
        new() { Id = secret.Id.ToString("N"), CreateTime = secret.Created.ToTimestamp(), ExpireTime = secret.Expires?.ToTimestamp() };
}
