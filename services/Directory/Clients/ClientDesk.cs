using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Suite.Directory.Accounts;
using Suite.Directory.Storage;
using Suite.ServiceDefaults.Errors;

namespace Suite.Directory.Clients;

/// <summary>What the administrator does to API clients, in the current transaction.</summary>
public sealed class ClientDesk(DirectoryDbContext db, RevocationBook revocations, TimeProvider clock)
{
    public const string Type = "client";

    public static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(30);

    public static string EtagOf(ApiClient client) => client.Revision.ToString(CultureInfo.InvariantCulture);

    /// <returns>The client and its first secret.</returns>
    /// <exception cref="ProblemException">INVALID_FIELD, ALREADY_EXISTS.</exception>
    public async Task<(ApiClient Client, string Secret)> CreateAsync(string id, ClientRights rights, CancellationToken cancellation)
    {
        await CheckAsync(rights, cancellation);
        var now = clock.GetUtcNow();
        // Of two calls at once, one inserts; the other waits for it here and then finds the name taken.
        var inserted = await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO api_client (id, display_name, roles, unit_id, methods, created, revision)
             VALUES ({id}, {rights.DisplayName}, {rights.Roles.ToArray()}, {rights.UnitId}, {rights.Methods.ToArray()}, {now}, 0) ON CONFLICT DO NOTHING
             """, cancellation);
        if (inserted == 0) throw Problems.AlreadyExists(Type, ResourceNames.Client(id));
        return (await TakeAsync(id, "", cancellation), AddSecret(id, now));
    }

    /// <param name="etag">Empty for any version.</param>
    /// <exception cref="ProblemException">NOT_FOUND, STALE_ETAG.</exception>
    public async Task<ApiClient> TakeAsync(string id, string etag, CancellationToken cancellation)
    {
        var client = await db.Clients.FromSql($"SELECT * FROM api_client WHERE id = {id} FOR UPDATE").SingleOrDefaultAsync(cancellation)
            ?? throw Problems.NotFound(Type, ResourceNames.Client(id));
        return etag.Length == 0 || etag == EtagOf(client) ? client : throw Problems.StaleEtag(Type, ResourceNames.Client(id));
    }

    /// <summary>Tokens of before are refused from now on; the secrets work on and earn tokens with the new rights.</summary>
    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public async Task ChangeAsync(ApiClient client, ClientRights rights, CancellationToken cancellation)
    {
        await CheckAsync(rights, cancellation);
        (client.Rights, client.Revision) = (rights, client.Revision + 1);
        var secrets = await db.ClientSecrets.Where(s => s.ClientId == client.Id).ToListAsync(cancellation);
        await revocations.RevokeAsync([.. secrets.Select(s => s.Grant)], cancellation);
        foreach (var secret in secrets) secret.Grant = Guid.NewGuid();
    }

    /// <param name="overlap">So long the earlier secrets work on.</param>
    /// <returns>The new secret.</returns>
    /// <exception cref="ProblemException">ILLEGAL_STEP.</exception>
    public async Task<string> RotateAsync(ApiClient client, TimeSpan overlap, CancellationToken cancellation)
    {
        if (client.Disabled is not null) throw Illegal(client, "be given a secret");
        var now = clock.GetUtcNow();
        await ExpireAsync(client, now + overlap, cancellation);
        client.Revision++;
        return AddSecret(client.Id, now);
    }

    /// <exception cref="ProblemException">ILLEGAL_STEP.</exception>
    public async Task DisableAsync(ApiClient client, CancellationToken cancellation)
    {
        if (client.Disabled is not null) throw Illegal(client, "be disabled");
        var now = clock.GetUtcNow();
        (client.Disabled, client.Revision) = (now, client.Revision + 1);
        await ExpireAsync(client, now, cancellation);
    }

    /// <exception cref="ProblemException">ILLEGAL_STEP.</exception>
    public static void Enable(ApiClient client)
    {
        if (client.Disabled is null) throw Illegal(client, "be enabled");
        (client.Disabled, client.Revision) = (null, client.Revision + 1);
    }

    /// <summary>Lets no secret work longer than that; those that stop now take their tokens with them and are forgotten.</summary>
    async Task ExpireAsync(ApiClient client, DateTimeOffset end, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var secrets = await db.ClientSecrets.Where(s => s.ClientId == client.Id).ToListAsync(cancellation);
        foreach (var secret in secrets.Where(s => s.Works(end))) secret.Expires = end;
        var over = secrets.Where(s => !s.Works(now)).ToList();
        await revocations.RevokeAsync([.. over.Select(s => s.Grant)], cancellation);
        db.RemoveRange(over);
    }

    string AddSecret(string client, DateTimeOffset now)
    {
        var (stored, text) = Secrets.Make(client, now);
        db.Add(stored);
        return text;
    }

    async Task CheckAsync(ClientRights rights, CancellationToken cancellation)
    {
        var faults = ClientRules.Faults(rights).ToList();
        if (rights.UnitId is { } unit && !await db.Units.AnyAsync(u => u.Id == unit, cancellation))
            faults.Add(new("client.unit", $"must be a unit of the directory; there is no '{ResourceNames.Unit(unit)}'."));
        if (faults.Count > 0) throw Problems.InvalidFields(faults);
    }

    static ProblemException Illegal(ApiClient client, string step) =>
        Problems.IllegalStep(Type, ResourceNames.Client(client.Id), client.Disabled is null ? "active" : "disabled", step);
}
