using Grpc.Core;
using Suite.Directory.People;
using Suite.Directory.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Paging;
using Person = Suite.Directory.V1.Person;

namespace Suite.Directory.Api;

public sealed class PersonApi(PersonReader people, CityCalendar calendar, PersonDesk desk) : PersonService.PersonServiceBase
{
    public override async Task<ListPeopleResponse> ListPeople(ListPeopleRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<string>(request, request.PageToken);
        var day = calendar.DayIn(request.AsOf, "as_of");
        var found = request.AllTimes
            ? await people.ListAllTimesAsync(day, after, size + 1, context.CancellationToken)
            : await people.ListAsync(day, after, size + 1, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, (PersonOnDay found) => found.Person.Id);
        return new() { People = { page.Select(Wire.Of) }, NextPageToken = next };
    }

    public override async Task<Person> GetPerson(GetPersonRequest request, ServerCallContext context)
    {
        var id = ResourceNames.IdIn(ResourceNames.People, request.Name, "name");
        var found = await people.FindAsync(id, calendar.DayIn(request.AsOf, "as_of"), context.CancellationToken);
        return found is null ? throw Problems.NotFound("person", request.Name) : Wire.Of(found);
    }

    public override Task<Person> CreatePerson(CreatePersonRequest request, ServerCallContext context) => desk.CreateAsync(request, context);

    public override Task<Person> AppointPerson(AppointPersonRequest request, ServerCallContext context) => desk.AppointAsync(request, context);

    public override Task<Person> HandOverPosts(HandOverPostsRequest request, ServerCallContext context) => desk.HandOverAsync(request, context);

    public override Task<Person> SetDeputy(SetDeputyRequest request, ServerCallContext context) => desk.SetDeputyAsync(request, context);
}
