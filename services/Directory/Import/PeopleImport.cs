using Microsoft.EntityFrameworkCore;
using Suite.Directory.Naming;
using Suite.Directory.People;
using Suite.Directory.Storage;

namespace Suite.Directory.Import;

/// <summary>Adds people and gives them posts as tables say. Adds to the current transaction.</summary>
public sealed class PeopleImport(DirectoryDbContext db, PersonChanges changes, NameCatalog names)
{
    public async Task RunAsync(IReadOnlyList<TableOutcome> tables, ImportRun run)
    {
        var rows = tables.SelectMany(t => t.Table.Rows.Select(row => (Table: t, Row: row))).ToList();
        var own = new Dictionary<string, string>();
        foreach (var (_, row) in rows.Where(r => ResourceNames.IsId(r.Row["id"]) && r.Row["name"].Length > 0))
            own.TryAdd(NormalForms.Compact(row["name"]), ResourceNames.Person(row["id"]));
        var indexes = await names.BeforeChangesAsync(run.Day, run.Cancellation);
        var who = new ImportNames(own.Values.ToHashSet(), own, indexes.People);
        var units = await UnitsAsync(indexes.Bodies, run.Cancellation);
        foreach (var (table, row) in rows)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            if (who.Identify(row, "id", "name", ResourceNames.People, "PersonIdMissing", run.Findings) is { } id) await ApplyAsync(table, row, id, units, run);
        }
    }

    async Task<ImportNames> UnitsAsync(NameIndex index, CancellationToken cancellation)
    {
        var units = await db.Units.AsNoTracking().Select(u => new { u.Id, u.Name }).ToListAsync(cancellation);
        var own = new Dictionary<string, string>();
        foreach (var unit in units) own.TryAdd(NormalForms.Compact(unit.Name), ResourceNames.Unit(unit.Id));
        return new(units.Select(u => ResourceNames.Unit(u.Id)).ToHashSet(), own, index);
    }

    async Task ApplyAsync(TableOutcome table, ImportRow row, string id, ImportNames units, ImportRun run)
    {
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, run.Cancellation);
        if (person is not null && row["name"].Length > 0 && !person.AsNamed().AllNames.Select(NormalForms.Compact).Contains(NormalForms.Compact(row["name"])))
        {
            run.Findings.Error(row, "name", "PersonNameDiffers", id, person.Name);
            return;
        }

        var post = PostIn(row, id, units, run);
        if (person is null && !await FoundAsync(row, id, run)) return;
        var given = post is not null && await AppointAsync(row, id, post, run);
        if (person is null) table.Created++;
        else if (given) table.Changed++;
        else table.Unchanged++;
    }

    async Task<bool> FoundAsync(ImportRow row, string id, ImportRun run)
    {
        if (!ImportCells.IsGiven(row, "name", run.Findings)) return false;
        var (name, english) = (ImportCells.Text(row, "name", run.Findings), ImportCells.Text(row, "english_name", run.Findings));
        var person = new Person { Id = id, Name = name, EnglishName = english.Length > 0 ? english : name, Position = 0 };
        if (!await run.TryAsync(row, () => changes.CreateAsync(person, run.Cancellation))) return false;
        await db.SaveChangesAsync(run.Cancellation);
        run.Audit("CreatePerson", ResourceNames.Person(id), new { person });
        return true;
    }

    /// <summary>False for a post that is held already on that day.</summary>
    async Task<bool> AppointAsync(ImportRow row, string id, Post post, ImportRun run)
    {
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == id, run.Cancellation);
        var recorded = await db.Posts.AsNoTracking().Where(p => p.PersonId == id).OrderBy(p => p.Ordinal).ToListAsync(run.Cancellation);
        var held = PersonReader.Recorded(person, recorded).Where(p => p.IsOn(post.Since ?? run.Day)).ToList();
        if (held.Exists(p => Same(p, post))) return false;
        if (held.Find(p => p.Title == post.Title && p.Position == post.Position) is { } other)
        {
            run.Findings.Error(row, "portfolio", "PostDiffers", other.Since is { } since ? CityCalendar.Text(since) : "—");
            return false;
        }

        if (!await run.TryAsync(row, () => changes.AppointAsync(id, "", post, run.Cancellation))) return false;
        run.Audit("AppointPerson", ResourceNames.Person(id), new { post });
        db.ChangeTracker.Clear();
        return true;
    }

    static bool Same(Post a, Post b) =>
        (a.Title, a.Position, a.Portfolio) == (b.Title, b.Position, b.Portfolio) && a.Units.ToHashSet().SetEquals(b.Units);

    /// <summary>Null where the row says nothing of a post, or what it says is wrong.</summary>
    static Post? PostIn(ImportRow row, string id, ImportNames units, ImportRun run)
    {
        var position = ImportCells.Position(row, "position", run.Findings);
        var (title, portfolio) = (ImportCells.Text(row, "title", run.Findings), ImportCells.Text(row, "portfolio", run.Findings));
        var responsible = row.List("units").Select(words => units.Find(row, "units", words, run.Findings, ResourceNames.Units)).ToList();
        var day = run.DayOf(row, "since");
        if (position is null || responsible.Contains(null) || (title.Length == 0 && portfolio.Length == 0 && position == 0 && responsible.Count == 0)) return null;
        return new()
        {
            PersonId = id, Ordinal = 0, Title = title, Position = position.Value, Portfolio = portfolio, Since = day,
            Units = [.. responsible.Select(r => r![(ResourceNames.Units.Length + 1)..]).Distinct()],
        };
    }
}
