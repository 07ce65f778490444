using Microsoft.EntityFrameworkCore;
using Suite.Tasks.Calendar;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Organization;

/// <summary>Whom to reach for a unit.</summary>
/// <param name="Reporters">Accounts that report for it.</param>
/// <param name="Approvers">Accounts that sign for it.</param>
/// <param name="Leaders">Identifiers of the leaders responsible for it today; in the place of one who is absent the deputy.</param>
public sealed record UnitContacts(IReadOnlyList<string> Reporters, IReadOnlyList<string> Approvers, IReadOnlyList<string> Leaders);

/// <summary>Answers from the copy of the directory, as of today; the directory itself is not asked.</summary>
public sealed class OrganizationBook(TasksDbContext db, CityTime time)
{
    /// <summary>The unit and every unit below it; of a unit that is no more, its last place counts.</summary>
    public async Task<string[]> WithBelowAsync(string unit, CancellationToken cancellation)
    {
        var today = time.Today;
        return await db.Database.SqlQuery<string>(
            $"""
             WITH RECURSIVE below AS (
                 SELECT {unit}::text AS unit_id
                 UNION
                 SELECT u.unit_id FROM below b JOIN known_unit u ON u.parent_id = b.unit_id
                 WHERE u.since <= {today} AND (u.until IS NULL OR u.until > {today}
                     OR NOT EXISTS (SELECT 1 FROM known_unit later WHERE later.unit_id = u.unit_id AND later.since >= u.until)))
             SELECT unit_id AS "Value" FROM below
             """).ToArrayAsync(cancellation);
    }

    /// <summary>The leader, and those the leader stands in for today.</summary>
    public async Task<string[]> ActingForAsync(string person, CancellationToken cancellation)
    {
        var today = time.Today;
        var absent = await db.KnownAbsences.Where(a => a.DeputyId == person && a.Since <= today && a.Until > today).Select(a => a.PersonId).ToListAsync(cancellation);
        return [person, .. absent];
    }

    public async Task<UnitContacts> ContactsAsync(string unit, CancellationToken cancellation)
    {
        var today = time.Today;
        var staff = await db.KnownStaff.AsNoTracking().Where(s => s.UnitId == unit).OrderBy(s => s.Account).ToListAsync(cancellation);
        var people = await db.KnownPeople.AsNoTracking().ToListAsync(cancellation);
        var away = await db.KnownAbsences.AsNoTracking().Where(a => a.Since <= today && a.Until > today).ToDictionaryAsync(a => a.PersonId, a => a.DeputyId, cancellation);
        var leaders = people.Where(p => p.PostsOn(today).Any(post => post.Units.Contains(unit))).Select(p => away.GetValueOrDefault(p.PersonId, p.PersonId));
        return new([.. WithRole("reporter")], [.. WithRole("approver")], [.. leaders.Distinct().Order(StringComparer.Ordinal)]);

        IEnumerable<string> WithRole(string role) => staff.Where(s => s.Roles.Contains(role)).Select(s => s.Account);
    }

    /// <summary>The members that the group had on the day it was last read; null for a group the copy does not hold.</summary>
    public Task<KnownGroup?> GroupAsync(string group, CancellationToken cancellation) =>
        db.KnownGroups.AsNoTracking().SingleOrDefaultAsync(g => g.GroupId == group, cancellation);

    /// <summary>The unit's facts of today, or its last ones; null for a unit the copy does not hold.</summary>
    public async Task<KnownUnit?> UnitAsync(string unit, CancellationToken cancellation) => (await UnitsAsync([unit], cancellation)).GetValueOrDefault(unit);

    /// <summary>The units' facts of today, or their last ones, by identifier; without those the copy does not hold.</summary>
    public async Task<IReadOnlyDictionary<string, KnownUnit>> UnitsAsync(string[] units, CancellationToken cancellation)
    {
        if (units.Length == 0) return new Dictionary<string, KnownUnit>();
        var (all, today) = (await db.KnownUnits.AsNoTracking().Where(u => units.Contains(u.UnitId)).OrderBy(u => u.Since).ToListAsync(cancellation), time.Today);
        return all.GroupBy(u => u.UnitId).ToDictionary(g => g.Key, g => g.LastOrDefault(u => u.Since <= today) ?? g.First());
    }
}
