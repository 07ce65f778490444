using Microsoft.EntityFrameworkCore;
using Suite.Tasks.Naming;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Organization;

/// <summary>Puts what was read into the copy, in the current transaction. Doing it twice is doing it once.</summary>
static class OrganizationCopy
{
    public static async Task ApplyAsync(TasksDbContext db, OrganizationPart part, CancellationToken cancellation)
    {
        if (part.Units.Count > 0)
        {
            var ids = part.Units.Keys.ToArray();
            await db.KnownUnits.Where(u => ids.Contains(u.UnitId)).ExecuteDeleteAsync(cancellation);
            db.KnownUnits.AddRange(part.Units.Values.SelectMany(u => u));
        }

        if (part.Groups is { } groups)
        {
            await db.KnownGroups.ExecuteDeleteAsync(cancellation);
            db.KnownGroups.AddRange(groups);
        }

        if (part.People is { } people)
        {
            await db.KnownPeople.ExecuteDeleteAsync(cancellation);
            await db.KnownAbsences.ExecuteDeleteAsync(cancellation);
            db.KnownPeople.AddRange(people.People);
            db.KnownAbsences.AddRange(people.Absences);
        }

        foreach (var (of, staff) in part.Staff) await ReplaceStaffAsync(db, of, staff, cancellation);
    }

    /// <summary>An account can have come from another unit, so it goes by its name too. Saved at once, for it may come once more with its person.</summary>
    static async Task ReplaceStaffAsync(TasksDbContext db, string of, IReadOnlyList<KnownStaff> staff, CancellationToken cancellation)
    {
        var (names, id) = (staff.Select(s => s.Account).ToArray(), ResourceNames.IdOf(of));
        var isPerson = of.StartsWith("people/", StringComparison.Ordinal);
        await db.KnownStaff.Where(s => of == "" || names.Contains(s.Account) || (isPerson ? s.PersonId == id : s.UnitId == id)).ExecuteDeleteAsync(cancellation);
        db.KnownStaff.AddRange(staff);
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Entries<KnownStaff>().ToList().ForEach(e => e.State = EntityState.Detached);
    }
}
