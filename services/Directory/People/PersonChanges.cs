using Microsoft.EntityFrameworkCore;
using Suite.Directory.Storage;
using Suite.ServiceDefaults.Errors;

namespace Suite.Directory.People;

/// <summary>Appoints people, hands posts over and names deputies. Adds to the current transaction; what held before a day stays.</summary>
public sealed class PersonChanges(DirectoryDbContext db)
{
    public const int MostPosts = 50;

    /// <exception cref="ProblemException">ALREADY_EXISTS.</exception>
    public async Task CreateAsync(Person person, CancellationToken cancellation)
    {
        await db.LockRevisionAsync(cancellation);
        if (await db.People.AnyAsync(p => p.Id == person.Id, cancellation)) throw Problems.AlreadyExists("person", ResourceNames.Person(person.Id));
        db.Add(person);
        await db.RaiseRevisionAsync(ResourceNames.Person(person.Id), "CreatePerson", cancellation);
    }

    /// <param name="post">With its first day; owner and number are set here.</param>
    /// <exception cref="ProblemException">INVALID_FIELD, NOT_FOUND, STALE_ETAG or ILLEGAL_STEP.</exception>
    public async Task AppointAsync(string id, string etag, Post post, CancellationToken cancellation)
    {
        var person = await BeginAsync(id, etag, cancellation);
        var day = post.Since ?? DateOnly.MinValue;
        var here = await db.UnitsOn(day).Where(u => post.Units.Contains(u.Id)).Select(u => u.Id).ToListAsync(cancellation);
        if (post.Units.Except(here).FirstOrDefault() is { } unknown)
            throw Problems.InvalidField("post.units", $"must be there on {CityCalendar.Text(day)}; '{unknown}' is not.");
        await GiveAsync(person, [post], cancellation);
        await RaiseAsync(person, "AppointPerson", cancellation);
    }

    /// <param name="successorId">Null where the posts stay vacant.</param>
    /// <param name="day">First day of the successor.</param>
    /// <exception cref="ProblemException">INVALID_FIELD, NOT_FOUND, STALE_ETAG or ILLEGAL_STEP.</exception>
    public async Task HandOverAsync(string id, string etag, string? successorId, DateOnly day, CancellationToken cancellation)
    {
        var person = await BeginAsync(id, etag, cancellation);
        if (successorId == id) throw Problems.InvalidField("successor", "must be somebody else.");
        var handed = (await PostsAsync(person, keep: true, cancellation)).Where(p => p.IsOn(day)).ToList();
        if (handed.Count == 0) throw Problems.IllegalStep("person", ResourceNames.Person(id), $"without a post on {CityCalendar.Text(day)}", "hand over");
        if (handed.Find(p => p.Since == day) is not null)
            throw Problems.InvalidField("effective_date", $"must be after {CityCalendar.Text(day)}, from when one of the posts is held.");
        foreach (var post in handed) db.Posts.Entry(post).CurrentValues.SetValues(post with { Until = day });
        await RaiseAsync(person, "HandOverPosts", cancellation);
        if (successorId is null) return;
        var successor = await FindAsync(successorId, cancellation) ?? throw Problems.InvalidField("successor", $"must be somebody the directory knows; '{successorId}' it does not.");
        await GiveAsync(successor, handed.Select(p => p with { Since = day, Until = null }), cancellation);
        await RaiseAsync(successor, "HandOverPosts", cancellation);
    }

    /// <exception cref="ProblemException">INVALID_FIELD, NOT_FOUND or STALE_ETAG.</exception>
    public async Task SetDeputyAsync(Deputy deputy, string etag, CancellationToken cancellation)
    {
        var person = await BeginAsync(deputy.PersonId, etag, cancellation);
        if (deputy.DeputyId == deputy.PersonId || await FindAsync(deputy.DeputyId, cancellation) is null)
            throw Problems.InvalidField("deputy", "must be somebody else the directory knows.");
        if (deputy.Until <= deputy.Since) throw Problems.InvalidField("until_date", $"must be after {CityCalendar.Text(deputy.Since)}, the first day of the absence.");
        var absences = db.Deputies.Where(d => d.Since < deputy.Until && d.Until > deputy.Since);
        if (await absences.AnyAsync(d => d.PersonId == deputy.PersonId, cancellation))
            throw Problems.InvalidField("effective_date", "must not lie in another absence of the same person.");
        if (await absences.AnyAsync(d => d.PersonId == deputy.DeputyId, cancellation))
            throw Problems.InvalidField("deputy", "must not be away in these days too.");
        db.Add(deputy);
        await RaiseAsync(person, "SetDeputy", cancellation);
    }

    async Task<Person> BeginAsync(string id, string etag, CancellationToken cancellation)
    {
        await db.LockRevisionAsync(cancellation);
        var person = await FindAsync(id, cancellation) ?? throw Problems.NotFound("person", ResourceNames.Person(id));
        return etag.Length == 0 || etag == Etag.Of(person.Version) ? person : throw Problems.StaleEtag("person", ResourceNames.Person(id));
    }

    Task<Person?> FindAsync(string id, CancellationToken cancellation) => db.People.SingleOrDefaultAsync(p => p.Id == id, cancellation);

    /// <param name="keep">Records the post held from the beginning, where none is recorded yet.</param>
    async Task<List<Post>> PostsAsync(Person person, bool keep, CancellationToken cancellation)
    {
        var posts = await db.Posts.Where(p => p.PersonId == person.Id).OrderBy(p => p.Ordinal).ToListAsync(cancellation);
        if (posts.Count > 0 || !keep) return posts;
        posts = [.. PersonReader.Recorded(person, posts)];
        db.AddRange(posts);
        await db.SaveChangesAsync(cancellation);
        return posts;
    }

    async Task GiveAsync(Person person, IEnumerable<Post> given, CancellationToken cancellation)
    {
        var ordinal = (await PostsAsync(person, keep: true, cancellation)).Count;
        foreach (var post in given)
        {
            if (++ordinal > MostPosts) throw Problems.IllegalStep("person", ResourceNames.Person(person.Id), $"the holder of {MostPosts} posts over time", "get another");
            db.Add(post with { PersonId = person.Id, Ordinal = ordinal });
        }
    }

    async Task RaiseAsync(Person person, string action, CancellationToken cancellation)
    {
        db.Entry(person).Property(p => p.Version).CurrentValue++;
        await db.RaiseRevisionAsync(ResourceNames.Person(person.Id), action, cancellation);
        await db.SaveChangesAsync(cancellation);
    }
}
