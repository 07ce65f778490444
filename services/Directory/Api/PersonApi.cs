using Grpc.Core;
using Suite.Directory.People;
using Suite.Directory.V1;
using Suite.ServiceDefaults.Paging;
using Person = Suite.Directory.People.Person;

namespace Suite.Directory.Api;

public sealed class PersonApi(PersonReader people) : PersonService.PersonServiceBase
{
    public override async Task<ListPeopleResponse> ListPeople(ListPeopleRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<string>(request, request.PageToken);
        var (page, next) = PageToken.Cut(
            request, await people.ListAsync(after, size + 1, context.CancellationToken), size, (Person person) => person.Id);
        return new() { People = { page.Select(Wire.Of) }, NextPageToken = next };
    }
}
