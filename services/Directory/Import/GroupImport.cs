using Microsoft.EntityFrameworkCore;
using Suite.Directory.Groups;
using Suite.Directory.Naming;
using Suite.Directory.Storage;

namespace Suite.Directory.Import;

/// <summary>A row about a member of a group, read.</summary>
/// <param name="Member">units/{unit} or groups/{group}</param>
sealed record MemberLine(TableOutcome Table, ImportRow Row, string GroupId, string Member, DateOnly Since, DateOnly? Until);

/// <summary>Founds groups and adds or ends memberships as tables say; what they leave out stays. Adds to the current transaction.</summary>
public sealed class GroupImport(DirectoryDbContext db, GroupChanges changes, NameCatalog names)
{
    public async Task RunAsync(IReadOnlyList<TableOutcome> tables, ImportRun run)
    {
        var known = await db.Groups.AsNoTracking().ToDictionaryAsync(g => g.Id, run.Cancellation);
        foreach (var group in (await LinesAsync(tables, known, run)).GroupBy(l => l.GroupId))
        {
            run.Cancellation.ThrowIfCancellationRequested();
            if (known.TryGetValue(group.Key, out var existing)) CheckName(existing, group, run.Findings);
            else if (!await FoundAsync(group.Key, group.First(), run)) continue;
            await ChangeAsync(group.Key, [.. group], run);
        }
    }

    async Task<List<MemberLine>> LinesAsync(IReadOnlyList<TableOutcome> tables, Dictionary<string, UnitGroup> known, ImportRun run)
    {
        var rows = tables.SelectMany(t => t.Table.Rows.Select(row => (Table: t, Row: row))).ToList();
        var own = new Dictionary<string, string>();
        foreach (var (_, row) in rows.Where(r => ResourceNames.IsId(r.Row["group_id"]) && r.Row["group"].Length > 0))
            own.TryAdd(NormalForms.Compact(row["group"]), ResourceNames.Group(row["group_id"]));
        var units = await db.Units.AsNoTracking().Select(u => new { u.Id, u.Name, u.ShortName }).ToListAsync(run.Cancellation);
        // Units that this file founded are known by now, but not to the index of before.
        foreach (var unit in units) own.TryAdd(NormalForms.Compact(unit.Name), ResourceNames.Unit(unit.Id));
        var ids = units.Select(u => ResourceNames.Unit(u.Id)).Concat(known.Keys.Select(ResourceNames.Group)).Concat(own.Values).ToHashSet();
        var lookup = new ImportNames(ids, own, (await names.BeforeChangesAsync(run.Day, run.Cancellation)).Bodies);
        return [.. rows.Select(r => LineOf(r.Table, r.Row, lookup, run)).OfType<MemberLine>()];
    }

    static MemberLine? LineOf(TableOutcome table, ImportRow row, ImportNames lookup, ImportRun run)
    {
        var id = lookup.Identify(row, "group_id", "group", ResourceNames.Groups, "GroupIdMissing", run.Findings);
        if (!ImportCells.IsGiven(row, "member", run.Findings)) return null;
        var member = lookup.Find(row, "member", row["member"], run.Findings, ResourceNames.Units, ResourceNames.Groups);
        var (since, until) = (run.DayOf(row, "since"), ImportCells.Day(row, "until", run.Findings));
        if (until <= since) run.Findings.Error(row, "until", "UntilEarly");
        return id is null || member is null || until <= since ? null : new(table, row, id, member, since, until);
    }

    static void CheckName(UnitGroup existing, IEnumerable<MemberLine> lines, ImportFindings findings)
    {
        var bears = existing.AsNamed().AllNames.Select(NormalForms.Compact).ToHashSet();
        foreach (var line in lines.Where(l => l.Row["group"].Length > 0 && !bears.Contains(NormalForms.Compact(l.Row["group"]))))
            findings.Error(line.Row, "group", "GroupNameDiffers", existing.Id, existing.Name);
    }

    async Task<bool> FoundAsync(string id, MemberLine first, ImportRun run)
    {
        if (!ImportCells.IsGiven(first.Row, "group", run.Findings)) return false;
        var name = ImportCells.Text(first.Row, "group", run.Findings);
        var group = new UnitGroup { Id = id, Name = name, EnglishName = name };
        if (!await run.TryAsync(first.Row, () => changes.CreateAsync(group, new([], []), first.Since, run.Cancellation))) return false;
        run.Audit("CreateGroup", ResourceNames.Group(id), new { created = group, from = first.Since });
        await SaveAsync(run);
        return true;
    }

    async Task ChangeAsync(string id, List<MemberLine> lines, ImportRun run)
    {
        var held = await HeldAsync(id, run.Cancellation);
        foreach (var (day, onDay) in Steps(lines, held))
        {
            var (add, remove) = (MembersOf(onDay.Where(s => !s.Ends)), MembersOf(onDay.Where(s => s.Ends)));
            if (await run.TryAsync(onDay[0].Line.Row, () => changes.ChangeMembersAsync(id, "", add, remove, day, run.Cancellation)))
                run.Audit("ChangeGroupMembers", ResourceNames.Group(id), new { add, remove, from = day });
            await SaveAsync(run);
        }
    }

    async Task<List<Held>> HeldAsync(string id, CancellationToken cancellation)
    {
        var units = await db.GroupMembers.AsNoTracking().Where(m => m.GroupId == id).ToListAsync(cancellation);
        var groups = await db.GroupNestings.AsNoTracking().Where(m => m.GroupId == id).ToListAsync(cancellation);
        return [.. units.Select(m => new Held(ResourceNames.Unit(m.UnitId), m.Since, m.Until)), .. groups.Select(m => new Held(ResourceNames.Group(m.InnerId), m.Since, m.Until))];
    }

    /// <summary>What is to be done on which day, the earliest first; rows that say what holds already ask for nothing.</summary>
    static IEnumerable<(DateOnly Day, List<Step> Steps)> Steps(List<MemberLine> lines, List<Held> held)
    {
        var steps = new List<Step>();
        foreach (var line in lines)
        {
            var open = held.Exists(h => h.Member == line.Member && (h.Until is null || h.Until > line.Since));
            var ended = line.Until is not null && held.Exists(h => h.Member == line.Member && h.Until == line.Until);
            if (!open) steps.Add(new(line, line.Since, Ends: false));
            if (line.Until is { } end && !ended) steps.Add(new(line, end, Ends: true));
            if (!open) line.Table.Created++;
            else if (line.Until is not null && !ended) line.Table.Changed++;
            else line.Table.Unchanged++;
            held.Add(new(line.Member, line.Since, line.Until));
        }

        return steps.GroupBy(s => s.Day).OrderBy(g => g.Key).Select(g => (g.Key, g.ToList()));
    }

    static Members MembersOf(IEnumerable<Step> steps)
    {
        var members = steps.Select(s => s.Line.Member).Distinct().Select(m => m.Split('/')).ToList();
        return new([.. members.Where(m => m[0] == ResourceNames.Units).Select(m => m[1])], [.. members.Where(m => m[0] == ResourceNames.Groups).Select(m => m[1])]);
    }

    async Task SaveAsync(ImportRun run)
    {
        await db.SaveChangesAsync(run.Cancellation);
        db.ChangeTracker.Clear();
    }

    sealed record Held(string Member, DateOnly Since, DateOnly? Until);

    sealed record Step(MemberLine Line, DateOnly Day, bool Ends);
}
