using Microsoft.EntityFrameworkCore;
using Suite.Directory.Accounts;
using Suite.Directory.Storage;
using Suite.ServiceDefaults.Clients;

namespace Suite.Directory.Clients;

/// <summary>
/// The services of the installation as API clients: each that is named under <c>ServiceClients:{service}</c> with a secret may read, in its own
/// name, what a copy of the directory needs, and nothing else. An administrator can disable such a client like any other.
/// </summary>
public sealed class ServiceClients(DirectoryDbContext db, IConfiguration configuration, TimeProvider clock)
{
    /// <summary>Of the names of such clients; no other client's begins so.</summary>
    public const string Prefix = "service-";

    static readonly string[] Methods =
    [
        "suite.directory.v1.ChangeService", "suite.directory.v1.StaffService", "suite.directory.v1.UnitService.ListUnits", "suite.directory.v1.UnitService.ListUnitVersions",
        "suite.directory.v1.GroupService.ListGroups", "suite.directory.v1.GroupService.BatchGetGroups", "suite.directory.v1.PersonService.ListPeople",
        "suite.tasks.v1.ScoreService.ListScores", "suite.tasks.v1.CalendarService.ListPlanPeriods", "suite.tasks.v1.ProofService",
    ];

    /// <summary>Adds what is missing to the current transaction. A secret that is no longer the one given stops working.</summary>
    /// <exception cref="InvalidOperationException">A secret is too short or too long.</exception>
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        foreach (var given in configuration.GetSection("ServiceClients").GetChildren())
        {
            if (given.Value is not { Length: > 0 } secret) continue;
            if (secret.Length is < ServiceSecret.Shortest or > ServiceSecret.Longest)
                throw new InvalidOperationException($"ServiceClients:{given.Key} must have {ServiceSecret.Shortest} to {ServiceSecret.Longest} characters.");
            await EnsureAsync($"{Prefix}{given.Key}", secret, cancellation);
        }
    }

    async Task EnsureAsync(string service, string secret, CancellationToken cancellation)
    {
        var client = await db.Clients.SingleOrDefaultAsync(c => c.Id == service, cancellation);
        if (client is null)
        {
            db.Add(client = new() { Id = service, DisplayName = service, Roles = [RoleNames.Office], Methods = Methods, Created = clock.GetUtcNow() });
            db.Audit(SystemAudit.Record(clock, "CreateClient", ResourceNames.Client(service), new { after = client.Rights }));
        }

        client.Methods = Methods;
        var secrets = await db.ClientSecrets.Where(s => s.ClientId == service).ToListAsync(cancellation);
        if (client.Disabled is not null || secrets.Exists(s => s.Id == ServiceSecret.IdOf(secret))) return;
        db.RemoveRange(secrets);
        db.Add(Secrets.Given(service, secret, clock.GetUtcNow()));
        db.Audit(SystemAudit.Record(clock, "RotateClientSecret", ResourceNames.Client(service), new { }));
    }
}
