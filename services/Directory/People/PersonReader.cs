using Microsoft.EntityFrameworkCore;
using Suite.Directory.Storage;

namespace Suite.Directory.People;

/// <summary>Reads people with their posts of a day, in order of their identifiers.</summary>
public sealed class PersonReader(DirectoryDbContext db)
{
    /// <param name="after">Identifier of the last person shown; null for the first page.</param>
    /// <returns>Up to <paramref name="limit"/> people, from one query.</returns>
    public Task<IReadOnlyList<PersonOnDay>> ListAsync(DateOnly day, string? after, int limit, CancellationToken cancellation)
    {
        var people = db.People.AsNoTracking();
        if (after is not null) people = people.Where(p => string.Compare(p.Id, after) > 0);
        return OnDayAsync(people.OrderBy(p => p.Id).Take(limit), day, cancellation);
    }

    /// <summary>As <see cref="ListAsync"/>, with all posts and absences of each, past and to come.</summary>
    public async Task<IReadOnlyList<PersonOnDay>> ListAllTimesAsync(DateOnly day, string? after, int limit, CancellationToken cancellation)
    {
        var found = await db.People.AsNoTracking().Where(p => after == null || string.Compare(p.Id, after) > 0).OrderBy(p => p.Id).Take(limit).Select(p => new
        {
            Person = p,
            Posts = db.Posts.Where(post => post.PersonId == p.Id).OrderBy(post => post.Ordinal).ToList(),
            Absences = db.Deputies.Where(d => d.PersonId == p.Id).OrderBy(d => d.Since).ToList(),
        }).ToListAsync(cancellation);
        return [.. found.Select(f => new PersonOnDay(f.Person, Recorded(f.Person, f.Posts), f.Absences.Find(a => a.Since <= day && a.Until > day)) { Absences = f.Absences })];
    }

    public async Task<PersonOnDay?> FindAsync(string id, DateOnly day, CancellationToken cancellation) =>
        (await OnDayAsync(db.People.AsNoTracking().Where(p => p.Id == id), day, cancellation)).SingleOrDefault();

    async Task<IReadOnlyList<PersonOnDay>> OnDayAsync(IQueryable<Person> people, DateOnly day, CancellationToken cancellation)
    {
        var found = await people.OrderBy(p => p.Id).Select(p => new
        {
            Person = p,
            Posts = db.Posts.Where(post => post.PersonId == p.Id).OrderBy(post => post.Ordinal).ToList(),
            Deputy = db.Deputies.FirstOrDefault(d => d.PersonId == p.Id && d.Since <= day && d.Until > day),
        }).AsNoTracking().ToListAsync(cancellation);
        return [.. found.Select(f => new PersonOnDay(f.Person, [.. Recorded(f.Person, f.Posts).Where(post => post.IsOn(day))], f.Deputy))];
    }

    /// <summary>The posts of a person; where none was ever recorded, the one held from the beginning.</summary>
    public static IReadOnlyList<Post> Recorded(Person person, IReadOnlyList<Post> posts) =>
        posts.Count > 0 || person.Position == 0 ? posts : [new() { PersonId = person.Id, Ordinal = 1, Position = person.Position }];
}
