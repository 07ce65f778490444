using Suite.Directory.Accounts;
using Suite.Directory.Storage;

namespace Suite.Directory.Changes;

/// <summary>Tells in the change feed that a unit's or leader's staff is another, without naming an account: everybody reads the feed.</summary>
static class StaffChanges
{
    /// <summary>The staff of everybody, or of accounts without unit and person.</summary>
    public const string Everybody = "staff";

    public static async Task RaiseStaffAsync(this DirectoryDbContext db, string action, IEnumerable<AccountRights> concerned, CancellationToken cancellation)
    {
        var resources = concerned.SelectMany(rights => new[]
        {
            rights.UnitId is { } unit ? $"{ResourceNames.Unit(unit)}/staff" : null,
            rights.PersonId is { } person ? $"{ResourceNames.Person(person)}/staff" : null,
        }).OfType<string>().Distinct().ToList();
        foreach (var resource in resources.DefaultIfEmpty(Everybody)) await db.RaiseRevisionAsync(resource, action, cancellation);
    }
}
