using Grpc.Core;
using Suite.Directory.People;
using Suite.Directory.Storage;
using Suite.Directory.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Storage;
using Person = Suite.Directory.V1.Person;

namespace Suite.Directory.Api;

/// <summary>The commands on people: translates, runs each in one transaction and notes it in the audit.</summary>
public sealed class PersonDesk(
    PersonChanges changes, PersonReader reader, CityCalendar calendar, DirectoryDbContext db, CommandRunner<DirectoryDbContext> commands)
{
    const int MostUnits = 200;

    public Task<Person> CreateAsync(CreatePersonRequest request, ServerCallContext context)
    {
        var message = request.Person ?? throw Problems.InvalidField("person", "must be given.");
        if (!ResourceNames.IsId(request.PersonId)) throw Problems.InvalidField("person_id", "must be 1 to 40 of a-z, 0-9 and '-'.");
        if (message.Name.Length > 0) throw Problems.InvalidField("person.name", "must be empty; person_id says which.");
        if (message.Position != 0) throw Problems.InvalidField("person.position", "must be empty: a post is given with AppointPerson.");
        var person = new People.Person
        {
            Id = request.PersonId, Name = UnitInputs.Name(message.DisplayName, "person.display_name"), Position = 0,
            EnglishName = UnitInputs.Name(message.EnglishName, "person.english_name"), Aliases = UnitInputs.Aliases(message.Aliases, "person.aliases"),
        };
        return RunAsync(context, request, request.RequestId, nameof(PersonApi.CreatePerson), person.Id, calendar.Today, new { person },
            () => changes.CreateAsync(person, context.CancellationToken));
    }

    public Task<Person> AppointAsync(AppointPersonRequest request, ServerCallContext context)
    {
        var (id, day) = (PersonId(request.Name, "name"), Day(request.EffectiveDate));
        var post = PostIn(request.Post ?? throw Problems.InvalidField("post", "must be given."), id, day);
        return RunAsync(context, request, request.RequestId, nameof(PersonApi.AppointPerson), id, day, new { post },
            () => changes.AppointAsync(id, request.Etag, post, context.CancellationToken));
    }

    public Task<Person> HandOverAsync(HandOverPostsRequest request, ServerCallContext context)
    {
        var (id, day) = (PersonId(request.Name, "name"), Day(request.EffectiveDate));
        var successor = request.Successor.Length == 0 ? null : PersonId(request.Successor, "successor");
        return RunAsync(context, request, request.RequestId, nameof(PersonApi.HandOverPosts), id, day, new { successor, from = day },
            () => changes.HandOverAsync(id, request.Etag, successor, day, context.CancellationToken));
    }

    public Task<Person> SetDeputyAsync(SetDeputyRequest request, ServerCallContext context)
    {
        if (request.UntilDate.Length == 0) throw Problems.InvalidField("until_date", "must be given.");
        var deputy = new Deputy(PersonId(request.Name, "name"), Day(request.EffectiveDate), calendar.DayIn(request.UntilDate, "until_date"), PersonId(request.Deputy, "deputy"));
        return RunAsync(context, request, request.RequestId, nameof(PersonApi.SetDeputy), deputy.PersonId, deputy.Since, new { deputy },
            () => changes.SetDeputyAsync(deputy, request.Etag, context.CancellationToken));
    }

    /// <summary>Answers with the person as of that day.</summary>
    Task<Person> RunAsync(
        ServerCallContext context, Google.Protobuf.IMessage request, string requestId, string action, string id, DateOnly day, object detail, Func<Task> change) =>
        commands.RunAsync(context, request, requestId, async () =>
        {
            await change();
            commands.Audit(context, action, ResourceNames.Person(id), detail);
            await db.SaveChangesAsync(context.CancellationToken);
            return Wire.Of(await reader.FindAsync(id, day, context.CancellationToken) ?? throw Problems.NotFound("person", ResourceNames.Person(id)));
        });

    static People.Post PostIn(V1.Post post, string person, DateOnly day)
    {
        if (post.Position is < 0 or > 2) throw Problems.InvalidField("post.position", "must be 0 to 2.");
        if (post.Units.Count > MostUnits) throw Problems.InvalidField("post.units", $"must be at most {MostUnits}.");
        if (post is { Title: "", Portfolio: "", Position: 0, Units.Count: 0 }) throw Problems.InvalidField("post", "must say a title, a position, a portfolio or units.");
        return new()
        {
            PersonId = person, Ordinal = 0, Position = post.Position, Since = day,
            Title = post.Title.Length == 0 ? "" : UnitInputs.Name(post.Title, "post.title"),
            Portfolio = post.Portfolio.Length == 0 ? "" : UnitInputs.Name(post.Portfolio, "post.portfolio"),
            Units = [.. post.Units.Select((unit, at) => ResourceNames.IdIn(ResourceNames.Units, unit, $"post.units[{at}]")).Distinct()],
        };
    }

    static string PersonId(string name, string field) => ResourceNames.IdIn(ResourceNames.People, name, field);

    DateOnly Day(string text) => calendar.DayIn(text, "effective_date");
}
