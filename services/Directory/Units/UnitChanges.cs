using Microsoft.EntityFrameworkCore;
using Suite.Directory.Naming;
using Suite.Directory.Storage;
using Suite.ServiceDefaults.Errors;

namespace Suite.Directory.Units;

/// <summary>A unit before and after a change.</summary>
public sealed record UnitChange(Unit Before, Unit After);

/// <summary>
/// Founds, changes and ends units from a day on. What held before stays as it was; later facts replace none of it. All calls of one
/// command add to its transaction, in which nobody else changes names or members.
/// </summary>
public sealed class UnitChanges(DirectoryDbContext db, NameClaims claims)
{
    UnitTree? _tree;

    /// <param name="unit">With its first day as <see cref="Unit.Since"/>; below the root where it names no parent.</param>
    /// <param name="prefix">Path of the unit in the request, for messages, e.g. <c>unit.</c></param>
    /// <exception cref="ProblemException">INVALID_FIELD or ALREADY_EXISTS.</exception>
    public async Task<Unit> CreateAsync(Unit unit, string prefix, CancellationToken cancellation)
    {
        var tree = await BeginAsync(cancellation);
        if (tree.Has(unit.Id)) throw Problems.AlreadyExists("unit", ResourceNames.Unit(unit.Id));
        var day = unit.Since ?? DateOnly.MinValue;
        var placed = unit with { ParentId = unit.ParentId ?? tree.Root };
        tree.CheckPlace(placed, day, prefix);
        await claims.ClaimAsync(placed.AsNamed(), day, cancellation);
        tree.Set(placed);
        db.Add(placed);
        await db.RaiseRevisionAsync(ResourceNames.Unit(unit.Id), "CreateUnit", cancellation);
        return placed;
    }

    /// <param name="etag">Empty, or what the unit's must be.</param>
    /// <param name="day">First day of the new facts.</param>
    /// <returns>Both the same where nothing changes.</returns>
    /// <exception cref="ProblemException">INVALID_FIELD, NOT_FOUND, ALREADY_EXISTS, STALE_ETAG or ILLEGAL_STEP.</exception>
    public async Task<UnitChange> ChangeAsync(string id, string etag, DateOnly day, Func<Unit, Unit> change, CancellationToken cancellation)
    {
        var tree = await BeginAsync(cancellation);
        var before = await LatestAsync(id, etag, "be changed", cancellation);
        if (day < before.Since) throw TooEarly($"not be before {CityCalendar.Text(before.Since)}, from when the latest facts hold");
        var after = KeepingOldNames(before, change(before));
        if (Same(before, after)) return new(before, before);
        if (id == tree.Root && after.Kind != UnitKind.City) throw Problems.InvalidField("unit.kind", "must stay CITY: the unit is the root.");
        tree.CheckPlace(after, day, "unit.");
        await claims.ClaimAsync(after.AsNamed(), day, cancellation);
        if (day != before.Since) db.Add(UnitPast.Of(before, day));
        after = after with { Since = day, Version = before.Version + 1 };
        tree.Move(after);
        db.Update(after);
        await db.RaiseRevisionAsync(ResourceNames.Unit(id), "UpdateUnit", cancellation);
        return new(before, after);
    }

    /// <param name="day">The first day without the unit.</param>
    /// <param name="successors">Identifiers of the units that take over.</param>
    /// <param name="together">Identifiers of all units that end in this command.</param>
    /// <exception cref="ProblemException">INVALID_FIELD, NOT_FOUND, STALE_ETAG or ILLEGAL_STEP.</exception>
    public async Task<UnitChange> EndAsync(
        string id, string etag, DateOnly day, IReadOnlyList<string> successors, IReadOnlyCollection<string> together, CancellationToken cancellation)
    {
        var tree = await BeginAsync(cancellation);
        var before = await LatestAsync(id, etag, "be abolished", cancellation);
        if (day <= before.Since) throw TooEarly($"be after {CityCalendar.Text(before.Since)}, from when the latest facts of '{id}' hold");
        if (id == tree.Root) throw Illegal(id, "the root", "be abolished");
        if (tree.Dependent(id, day, together) is { } dependent) throw Illegal(id, $"above or host of {ResourceNames.Unit(dependent)}", "be abolished");
        foreach (var successor in successors)
        {
            if (together.Contains(successor) || !tree.Has(successor, day))
                throw Problems.InvalidField("successors", $"must be there on {CityCalendar.Text(day)}; '{successor}' is not.");
        }

        var after = before with { Until = day, Successors = [.. successors], Version = before.Version + 1 };
        Free(id);
        tree.Set(after);
        db.Update(after);
        await db.RaiseRevisionAsync(ResourceNames.Unit(id), "AbolishUnit", cancellation);
        return new(before, after);
    }

    /// <summary>Leaves a unit's names free for those founded in this command, because it will end in it.</summary>
    public void Free(string id) => claims.Free(ResourceNames.Unit(id));

    /// <summary>A unit's latest facts.</summary>
    /// <exception cref="ProblemException">NOT_FOUND.</exception>
    public async Task<Unit> GetAsync(string id, CancellationToken cancellation) =>
        await db.Units.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancellation) ?? throw Problems.NotFound("unit", ResourceNames.Unit(id));

    /// <summary>True where both say the same.</summary>
    public static bool Same(Unit a, Unit b) => a == b with { Aliases = a.Aliases } && a.Aliases.SequenceEqual(b.Aliases);

    async Task<UnitTree> BeginAsync(CancellationToken cancellation)
    {
        if (_tree is not null) return _tree;
        await db.LockRevisionAsync(cancellation);
        var founded = (await db.UnitPasts.AsNoTracking().Select(p => new { p.UnitId, p.Since }).ToListAsync(cancellation))
            .GroupBy(p => p.UnitId).ToDictionary(g => g.Key, g => g.Min(p => p.Since ?? DateOnly.MinValue));
        var places = await db.Units.AsNoTracking().Select(u => new UnitPlace(u.Id, u.Kind, u.ParentId, u.HostId, u.Since, u.Until)).ToListAsync(cancellation);
        return _tree = new(places.Select(p => founded.TryGetValue(p.Id, out var first) ? p with { Since = first } : p));
    }

    async Task<Unit> LatestAsync(string id, string etag, string step, CancellationToken cancellation)
    {
        var unit = await GetAsync(id, cancellation);
        if (etag.Length > 0 && etag != Etag.Of(unit.Version)) throw Problems.StaleEtag("unit", ResourceNames.Unit(id));
        return unit.Until is { } end ? throw Illegal(id, $"abolished from {CityCalendar.Text(end)}", step) : unit;
    }

    /// <summary>Documents go on using a name after it changed.</summary>
    static Unit KeepingOldNames(Unit before, Unit after)
    {
        var missing = before.AsNamed().OwnNames.Except(after.AsNamed().AllNames).ToList();
        return before.Name == after.Name || missing.Count == 0 ? after : after with { Aliases = [.. after.Aliases, .. missing] };
    }

    static ProblemException TooEarly(string expected) => Problems.InvalidField("effective_date", $"must {expected}.");

    static ProblemException Illegal(string id, string state, string step) => Problems.IllegalStep("unit", ResourceNames.Unit(id), state, step);
}
