using Microsoft.EntityFrameworkCore;
using Suite.Directory.Naming;
using Suite.Directory.Storage;
using Suite.ServiceDefaults.Errors;

namespace Suite.Directory.Groups;

/// <summary>Units and groups by identifier.</summary>
public sealed record Members(IReadOnlyList<string> Units, IReadOnlyList<string> Groups);

/// <summary>Founds groups and changes their names and members. Adds to the current transaction.</summary>
public sealed class GroupChanges(DirectoryDbContext db, NameClaims claims, CityCalendar calendar)
{
    public const int MostMembers = 2000;

    /// <exception cref="ProblemException">INVALID_FIELD or ALREADY_EXISTS.</exception>
    public async Task<UnitGroup> CreateAsync(UnitGroup group, Members members, DateOnly day, CancellationToken cancellation)
    {
        await db.LockRevisionAsync(cancellation);
        if (await db.Groups.AnyAsync(g => g.Id == group.Id, cancellation)) throw Problems.AlreadyExists("group", ResourceNames.Group(group.Id));
        await claims.ClaimAsync(group.AsNamed(), calendar.Today, cancellation);
        db.Add(group);
        await AddAsync(group.Id, members, day, "members", cancellation);
        await db.RaiseRevisionAsync(ResourceNames.Group(group.Id), "CreateGroup", cancellation);
        return group;
    }

    /// <summary>Changes names; a name that is given up stays an alias unless the change says otherwise.</summary>
    /// <exception cref="ProblemException">NOT_FOUND, ALREADY_EXISTS or STALE_ETAG.</exception>
    public async Task<UnitGroup> RenameAsync(string id, string etag, Func<UnitGroup, UnitGroup> change, CancellationToken cancellation)
    {
        var before = await BeginAsync(id, etag, cancellation);
        var after = change(before) with { Version = before.Version + 1 };
        if (after.Name != before.Name && !after.Aliases.Contains(before.Name)) after = after with { Aliases = [.. after.Aliases, before.Name] };
        await claims.ClaimAsync(after.AsNamed(), calendar.Today, cancellation);
        db.Update(after);
        await db.RaiseRevisionAsync(ResourceNames.Group(id), "UpdateGroup", cancellation);
        return after;
    }

    /// <param name="day">First day of the new members and first day without the old.</param>
    /// <exception cref="ProblemException">INVALID_FIELD, NOT_FOUND or STALE_ETAG.</exception>
    public async Task<UnitGroup> ChangeMembersAsync(string id, string etag, Members add, Members remove, DateOnly day, CancellationToken cancellation)
    {
        var before = await BeginAsync(id, etag, cancellation);
        await RemoveAsync(id, remove, day, cancellation);
        await db.SaveChangesAsync(cancellation);
        await AddAsync(id, add, day, "add", cancellation);
        var after = before with { Version = before.Version + 1 };
        db.Update(after);
        await db.RaiseRevisionAsync(ResourceNames.Group(id), "ChangeGroupMembers", cancellation);
        return after;
    }

    /// <param name="day">The first day without the group.</param>
    /// <exception cref="ProblemException">NOT_FOUND, STALE_ETAG or ILLEGAL_STEP.</exception>
    public async Task<UnitGroup> DissolveAsync(string id, string etag, DateOnly day, CancellationToken cancellation)
    {
        var before = await BeginAsync(id, etag, cancellation);
        var around = await db.GroupNestings.AsNoTracking().Where(n => n.InnerId == id && (n.Until == null || n.Until > day)).ToListAsync(cancellation);
        db.RemoveRange(around.Where(n => n.Since >= day));
        db.UpdateRange(around.Where(n => n.Since < day).Select(n => n with { Until = day }));
        var after = before with { Until = day, Version = before.Version + 1 };
        db.Update(after);
        await db.RaiseRevisionAsync(ResourceNames.Group(id), "DissolveGroup", cancellation);
        return after;
    }

    async Task<UnitGroup> BeginAsync(string id, string etag, CancellationToken cancellation)
    {
        await db.LockRevisionAsync(cancellation);
        var group = await db.Groups.AsNoTracking().SingleOrDefaultAsync(g => g.Id == id, cancellation) ?? throw Problems.NotFound("group", ResourceNames.Group(id));
        if (etag.Length > 0 && etag != Etag.Of(group.Version)) throw Problems.StaleEtag("group", ResourceNames.Group(id));
        return group.Until is { } end
            ? throw Problems.IllegalStep("group", ResourceNames.Group(id), $"dissolved from {CityCalendar.Text(end)}", "be changed")
            : group;
    }

    /// <summary>Who is a member already on that day or later is left out: one membership follows the other, none lies over another.</summary>
    async Task AddAsync(string id, Members add, DateOnly day, string field, CancellationToken cancellation)
    {
        var units = await db.UnitsOn(day).Where(u => add.Units.Contains(u.Id)).Select(u => u.Id).ToHashSetAsync(cancellation);
        var groups = await db.Groups.Where(g => add.Groups.Contains(g.Id) && (g.Until == null || g.Until > day)).Select(g => g.Id).ToHashSetAsync(cancellation);
        if (add.Units.Concat(add.Groups).FirstOrDefault(m => !units.Contains(m) && !groups.Contains(m)) is { } unknown)
            throw Problems.InvalidField(field, $"must name units and groups that are there on {CityCalendar.Text(day)}; '{unknown}' is not.");
        await CheckCircleAsync(id, groups, day, field, cancellation);
        var unitsHere = await db.GroupMembers.Where(m => m.GroupId == id && (m.Until == null || m.Until > day)).Select(m => m.UnitId).ToListAsync(cancellation);
        var groupsHere = await db.GroupNestings.Where(m => m.GroupId == id && (m.Until == null || m.Until > day)).Select(m => m.InnerId).ToListAsync(cancellation);
        db.AddRange(units.Except(unitsHere).Select(u => new GroupMember(id, u) { Since = day }));
        db.AddRange(groups.Except(groupsHere).Select(g => new GroupNesting(id, g) { Since = day }));
        if (await db.GroupMembers.CountAsync(m => m.GroupId == id, cancellation) + add.Units.Count > MostMembers)
            throw Problems.InvalidField(field, $"would make the group list more than {MostMembers} units over time.");
    }

    async Task CheckCircleAsync(string id, HashSet<string> inner, DateOnly day, string field, CancellationToken cancellation)
    {
        if (inner.Count == 0) return;
        var nestings = new GroupNestings(await db.GroupNestings.AsNoTracking().Where(n => n.Until == null || n.Until > day).ToListAsync(cancellation));
        if (inner.FirstOrDefault(g => nestings.Within(g).Contains(id)) is { } above)
            throw Problems.InvalidField(field, $"must not hold the group itself or one it lies in; '{ResourceNames.Group(above)}' is.");
    }

    async Task RemoveAsync(string id, Members remove, DateOnly day, CancellationToken cancellation)
    {
        var members = await db.GroupMembers.AsNoTracking()
            .Where(m => m.GroupId == id && remove.Units.Contains(m.UnitId) && m.Since < day && (m.Until == null || m.Until > day)).ToListAsync(cancellation);
        var nestings = await db.GroupNestings.AsNoTracking()
            .Where(m => m.GroupId == id && remove.Groups.Contains(m.InnerId) && m.Since < day && (m.Until == null || m.Until > day)).ToListAsync(cancellation);
        if (remove.Units.Except(members.Select(m => m.UnitId)).Concat(remove.Groups.Except(nestings.Select(m => m.InnerId))).FirstOrDefault() is { } absent)
            throw Problems.InvalidField("remove", $"must name what the group lists on the day before {CityCalendar.Text(day)}; '{absent}' it does not.");
        db.UpdateRange(members.Select(m => m with { Until = day }));
        db.UpdateRange(nestings.Select(m => m with { Until = day }));
    }
}
