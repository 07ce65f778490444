using Microsoft.EntityFrameworkCore;
using Suite.Directory.Naming;
using Suite.Directory.Storage;
using Suite.Directory.Units;

namespace Suite.Directory.Import;

/// <summary>Founds and changes units as tables say, those first that stand above others. Adds to the current transaction.</summary>
public sealed class UnitImport(DirectoryDbContext db, UnitChanges changes, NameCatalog names)
{
    public async Task RunAsync(IReadOnlyList<TableOutcome> tables, ImportRun run)
    {
        var latest = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, run.Cancellation);
        var index = (await names.BeforeChangesAsync(run.Day, run.Cancellation)).Bodies;
        var lines = Lines(tables, latest, index, run);
        foreach (var line in InOrder(lines, run.Findings))
        {
            run.Cancellation.ThrowIfCancellationRequested();
            await ApplyAsync(line, latest.GetValueOrDefault(line.Id), run);
        }

        await db.SaveChangesAsync(run.Cancellation);
        db.ChangeTracker.Clear();
    }

    static List<UnitLine> Lines(IReadOnlyList<TableOutcome> tables, Dictionary<string, Unit> latest, NameIndex index, ImportRun run)
    {
        var rows = tables.SelectMany(t => t.Table.Rows.Select(row => (Table: t, Row: row))).ToList();
        var own = new Dictionary<string, string>();
        foreach (var (_, row) in rows.Where(r => ResourceNames.IsId(r.Row["id"])))
        foreach (var name in new[] { row["name"], row["short_name"] }.Where(n => n.Length > 0)) own.TryAdd(NormalForms.Compact(name), ResourceNames.Unit(row["id"]));
        var ids = latest.Keys.Select(ResourceNames.Unit).Concat(own.Values).ToHashSet();
        var (lookup, seen, lines) = (new ImportNames(ids, own, index), new Dictionary<string, ImportRow>(), new List<UnitLine>());
        foreach (var (table, row) in rows)
        {
            if (lookup.Identify(row, "id", "name", ResourceNames.Units, "UnitIdMissing", run.Findings) is not { } id) continue;
            if (seen.TryGetValue(id, out var first)) run.Findings.Error(row, "id", "RowRepeated", first.Place.Row);
            else lines.Add(UnitLine.Read(table, row, id, lookup, run));
            seen.TryAdd(id, row);
        }

        return lines;
    }

    /// <summary>Parents and hosts before those that name them.</summary>
    static List<UnitLine> InOrder(List<UnitLine> lines, ImportFindings findings)
    {
        var (byId, done, ordered) = (lines.ToDictionary(l => l.Id), new HashSet<string>(), new List<UnitLine>());
        var open = lines;
        while (open.Count > 0)
        {
            var ready = open.Where(l => l.Above.All(a => done.Contains(a) || !byId.ContainsKey(a))).ToList();
            if (ready.Count == 0)
            {
                foreach (var line in open) findings.Error(line.Row, "parent", "Circle");
                return ordered;
            }

            ordered.AddRange(ready);
            done.UnionWith(ready.Select(l => l.Id));
            open = [.. open.Where(l => !done.Contains(l.Id))];
        }

        return ordered;
    }

    async Task ApplyAsync(UnitLine line, Unit? before, ImportRun run)
    {
        if (before is not null && line.Changed(before).Aliases.Length > AliasLearning.MostAliases) run.Findings.Error(line.Row, "aliases", "TooManyAliases", AliasLearning.MostAliases);
        else if (before is null)
        {
            if (line.Founded(run.Findings) is not { } founded) return;
            if (!await run.TryAsync(line.Row, () => changes.CreateAsync(founded, "", run.Cancellation))) return;
            run.Audit("CreateUnit", ResourceNames.Unit(line.Id), new { after = founded });
            line.Table.Created++;
        }
        else if (before.Until is { } end) run.Findings.Error(line.Row, "id", "UnitEnded", CityCalendar.Text(end));
        else if (UnitChanges.Same(before, line.Changed(before))) line.Table.Unchanged++;
        else if (await run.TryAsync(line.Row, () => ChangeAsync(line, run))) line.Table.Changed++;
    }

    async Task ChangeAsync(UnitLine line, ImportRun run)
    {
        var change = await changes.ChangeAsync(line.Id, "", line.Day, line.Changed, run.Cancellation);
        run.Audit("UpdateUnit", ResourceNames.Unit(line.Id), change);
    }
}
