using Microsoft.EntityFrameworkCore;
using Suite.Directory.Import.Wording;
using Suite.Directory.People;
using Suite.Directory.Storage;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.TableFiles;

namespace Suite.Directory.Import;

/// <summary>The directory as tables that an import would take back unchanged, and the tables' headings alone.</summary>
public sealed class DirectoryExport(DirectoryDbContext db, PersonReader people)
{
    const int MostRows = 100_000;

    /// <summary>Headings and what they mean; the explanations would be taken for rows, so they stand on a sheet of their own, where no cell is a heading.</summary>
    public static IReadOnlyList<WrittenSheet> Template(IReadOnlyList<TableContent> contents) =>
    [
        .. contents.Select(c => new WrittenSheet(Title(c), [Head(c)])),
        new("说明 notes", [["表 / table", "列 / column"], .. contents.SelectMany(c => TableColumns.Of(c).Select(column => new[] { Title(c), $"{column.Heading}: {Hint(column)}" }))]),
    ];

    /// <exception cref="ProblemException">TOO_LARGE.</exception>
    public async Task<WrittenSheet> SheetAsync(TableContent content, DateOnly day, CancellationToken cancellation)
    {
        var rows = content switch
        {
            TableContent.Units => await UnitsAsync(day, cancellation),
            TableContent.Groups => await GroupsAsync(day, cancellation),
            TableContent.People => await PeopleAsync(day, cancellation),
            _ => await AccountsAsync(cancellation),
        };
        if (rows.Count > MostRows) throw Problems.Because(Reason.TooLarge, $"There are more than {MostRows} rows; page through the lists instead.");
        return new(Title(content), [Head(content), .. rows]);
    }

    async Task<List<string[]>> UnitsAsync(DateOnly day, CancellationToken cancellation)
    {
        var units = await db.UnitsOn(day).OrderBy(u => u.Id).Take(MostRows + 1).ToListAsync(cancellation);
        return [.. units.Select(u => new[]
        {
            u.Id, u.Name, u.ShortName, u.EnglishName, ImportCells.WordsOf(u.Kind), u.ParentId ?? "", u.HostId ?? "", string.Join('、', u.Aliases), CityCalendar.Text(u.Since),
        })];
    }

    async Task<List<string[]>> GroupsAsync(DateOnly day, CancellationToken cancellation)
    {
        var names = await db.Groups.AsNoTracking().Where(g => g.Until == null || g.Until > day).ToDictionaryAsync(g => g.Id, g => g.Name, cancellation);
        var units = await db.GroupMembers.AsNoTracking().Where(m => m.Since <= day && (m.Until == null || m.Until > day)).OrderBy(m => m.GroupId).ThenBy(m => m.UnitId)
            .Take(MostRows + 1).ToListAsync(cancellation);
        var groups = await db.GroupNestings.AsNoTracking().Where(m => m.Since <= day && (m.Until == null || m.Until > day)).ToListAsync(cancellation);
        var members = units.Select(m => (m.GroupId, Member: ResourceNames.Unit(m.UnitId), m.Since, m.Until))
            .Concat(groups.Select(m => (m.GroupId, Member: ResourceNames.Group(m.InnerId), m.Since, m.Until)));
        return [.. members.Where(m => names.ContainsKey(m.GroupId)).OrderBy(m => m.GroupId, StringComparer.Ordinal).Select(m => new[]
        {
            m.GroupId, names[m.GroupId], m.Member, m.Since == DateOnly.MinValue ? "" : CityCalendar.Text(m.Since), CityCalendar.Text(m.Until),
        })];
    }

    async Task<List<string[]>> PeopleAsync(DateOnly day, CancellationToken cancellation)
    {
        var found = await people.ListAsync(day, null, MostRows + 1, cancellation);
        return [.. found.SelectMany(f => f.Posts.DefaultIfEmpty().Select(post => new[]
        {
            f.Person.Id, f.Person.Name, f.Person.EnglishName, post?.Title ?? "", post is null or { Position: 0 } ? "" : $"{post.Position}", post?.Portfolio ?? "",
            string.Join('、', post?.Units ?? []), CityCalendar.Text(post?.Since),
        }))];
    }

    async Task<List<string[]>> AccountsAsync(CancellationToken cancellation)
    {
        var accounts = await db.Accounts.AsNoTracking().Where(a => a.Disabled == null).OrderBy(a => a.Name).Take(MostRows + 1).ToListAsync(cancellation);
        return [.. accounts.Select(a => new[]
        {
            a.Name, a.DisplayName, string.Join('、', a.Roles.Order(StringComparer.Ordinal).Select(ImportCells.WordsOf)), a.UnitId ?? "", a.PersonId ?? "",
        })];
    }

    static string[] Head(TableContent content) => [.. TableColumns.Of(content).Select(c => c.Heading)];

    static string Title(TableContent content) => content switch
    {
        TableContent.Units => "单位 units",
        TableContent.Groups => "集合 groups",
        TableContent.People => "人员 people",
        _ => "账号 accounts",
    };

    static string Hint(TableColumn column) => ImportWords.Say(column.Hint, column.Key == "kind" ? ImportCells.KindWords : ImportCells.RoleWords);
}
