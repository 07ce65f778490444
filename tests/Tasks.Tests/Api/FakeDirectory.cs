using System.Collections.Concurrent;
using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Suite.Directory.V1;
using Suite.ServiceDefaults.Errors;
using Task = System.Threading.Tasks.Task;

namespace Suite.Tasks.Tests.Api;

/// <summary>A directory service on a loopback port that knows a few names; what tasks asks of it goes over real gRPC.</summary>
sealed class FakeDirectory : IAsyncDisposable
{
    public static readonly IReadOnlyDictionary<string, string> Units = new Dictionary<string, string>
    {
        ["虎门镇"] = "humen", ["长安镇"] = "changan", ["市发展改革局"] = "development-reform", ["市水务局"] = "water",
    };

    /// <summary>What it has been taught since it was started, by alias; shared by all tests of the process.</summary>
    public static readonly ConcurrentDictionary<string, string> Learned = [];

    readonly WebApplication _app;

    FakeDirectory(WebApplication app, Uri address) => (_app, Address) = (app, address);

    public Uri Address { get; }

    /// <param name="organization">What it tells of units and people; null for its few units alone.</param>
    /// <param name="port">0 for a free one.</param>
    public static async Task<FakeDirectory> StartAsync(FakeOrganization? organization = null, int port = 0)
    {
        // Not the test's own folder: the appsettings.json of the service under test lies there.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = Path.GetTempPath() });
        builder.Services.AddSingleton(organization ?? new FakeOrganization());
        builder.Services.AddGrpc(grpc => grpc.Interceptors.Add<CallLog>());
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, port, endpoint => endpoint.Protocols = HttpProtocols.Http2));
        var app = builder.Build();
        app.MapGrpcService<UnitNames>();
        app.MapGrpcService<Groups>();
        app.MapGrpcService<People>();
        app.MapGrpcService<FakeOrganization.Changes>();
        app.MapGrpcService<FakeOrganization.StaffList>();
        await app.StartAsync();
        return new(app, new(app.Urls.Single()));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    sealed class CallLog(FakeOrganization organization) : Grpc.Core.Interceptors.Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            if (context.RequestHeaders.Get("authorization") is not null) organization.Calls.Enqueue(context.Method);
            return continuation(request, context);
        }
    }

    sealed class UnitNames(FakeOrganization organization) : UnitService.UnitServiceBase
    {
        public override Task<ListUnitsResponse> ListUnits(ListUnitsRequest request, ServerCallContext context) => Task.FromResult(organization.ListUnits(request));

        public override Task<ListUnitVersionsResponse> ListUnitVersions(ListUnitVersionsRequest request, ServerCallContext context) =>
            Task.FromResult(organization.Versions(request.Name));

        public override Task<ResolveUnitsResponse> ResolveUnits(ResolveUnitsRequest request, ServerCallContext context) =>
            Task.FromResult(new ResolveUnitsResponse
            {
                Resolutions = { request.Names.Select(n => n == "各镇街（园区）" ? Sure(n, "groups/towns") : Units.TryGetValue(n, out var id) ? Sure(n, $"units/{id}") : Unknown(n)) },
                People = { request.People.Select(n => n == "刘光滨" ? Sure(n, "people/liu-guangbin") : Unknown(n)) },
            });

        public override Task<Unit> GetUnit(GetUnitRequest request, ServerCallContext context) =>
            Task.FromResult(new Unit { Name = request.Name, DisplayName = Known(request.Name) });

        public override Task<LearnAliasResponse> LearnAlias(LearnAliasRequest request, ServerCallContext context)
        {
            // The name of another unit cannot be learnt.
            if (Units.ContainsKey(request.Alias)) throw Problems.AlreadyExists("Unit", request.Alias).Problem.ToRpc();
            Learned[request.Alias] = request.Resource;
            return Task.FromResult(new LearnAliasResponse { Resource = request.Resource, DisplayName = Known(request.Resource), Learned = true });
        }

        static string Known(string resource) => Units.FirstOrDefault(u => $"units/{u.Value}" == resource).Key ?? throw Problems.NotFound("Unit", resource).Problem.ToRpc();

        static Resolution Sure(string name, string resource) => new() { AsWritten = name, Match = Match.Exact, Resource = resource, DisplayName = name };

        static Resolution Unknown(string name) => name.Contains('新') ? new() { AsWritten = name, Match = Match.None } : new()
        {
            AsWritten = name, Match = Match.Proposed, Candidates = { new Candidate { Resource = "units/water", DisplayName = "市水务局", Score = "0.50", Reason = MatchReason.Similar } },
        };
    }

    sealed class Groups : GroupService.GroupServiceBase
    {
        public override Task<ListGroupsResponse> ListGroups(ListGroupsRequest request, ServerCallContext context) =>
            Task.FromResult(new ListGroupsResponse { Groups = { new Group { Name = "groups/towns", DisplayName = "各镇街（园区）" } } });

        public override Task<BatchGetGroupsResponse> BatchGetGroups(BatchGetGroupsRequest request, ServerCallContext context) =>
            Task.FromResult(new BatchGetGroupsResponse
            {
                Groups =
                {
                    request.Names.Select(name => new Group
                    {
                        Name = name, Members = { Units.Where(u => u.Key.EndsWith('镇')).Select(u => new Unit { Name = $"units/{u.Value}", DisplayName = u.Key }) },
                    }),
                },
            });
    }

    sealed class People(FakeOrganization organization) : PersonService.PersonServiceBase
    {
        public override Task<ListPeopleResponse> ListPeople(ListPeopleRequest request, ServerCallContext context) =>
            Task.FromResult(new ListPeopleResponse { People = { organization.People } });
    }
}
