using Google.Protobuf;
using Grpc.Core;
using Suite.Directory.Clients;
using Suite.Directory.Keys;
using Suite.Directory.Storage;
using Suite.Directory.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;

namespace Suite.Directory.Api;

public sealed class ClientApi(ClientDesk desk, ClientReader clients, TokenSettings settings, DirectoryDbContext db, CommandRunner<DirectoryDbContext> commands)
    : ClientService.ClientServiceBase
{
    public override Task<Client> CreateClient(CreateClientRequest request, ServerCallContext context)
    {
        settings.CheckOwn();
        if (!ResourceNames.IsId(request.ClientId)) throw Problems.InvalidField("client_id", "must be 1 to 40 of a-z, 0-9 and '-'.");
        if (request.ClientId.StartsWith(ServiceClients.Prefix, StringComparison.Ordinal))
            throw Problems.InvalidField("client_id", $"must not begin with '{ServiceClients.Prefix}': the installation's own services are called so.");
        var rights = ClientWire.RightsOf(request.Client ?? throw Problems.InvalidField("client", "must be given."));
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var (client, secret) = await desk.CreateAsync(request.ClientId, rights, context.CancellationToken);
            return await AnswerAsync(client, secret, nameof(CreateClient), new { after = client.Rights }, context);
        }, WithoutSecret);
    }

    public override async Task<Client> GetClient(GetClientRequest request, ServerCallContext context)
    {
        settings.CheckOwn();
        var found = await clients.FindAsync(ResourceNames.IdIn(ResourceNames.Clients, request.Name, "name"), context.CancellationToken);
        return found is null ? throw Problems.NotFound(ClientDesk.Type, request.Name) : ClientWire.Of(found);
    }

    public override async Task<ListClientsResponse> ListClients(ListClientsRequest request, ServerCallContext context)
    {
        settings.CheckOwn();
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<string>(request, request.PageToken);
        var (page, next) = PageToken.Cut(
            request, await clients.ListAsync(after, size + 1, context.CancellationToken), size, (SeenClient seen) => seen.Client.Id);
        return new() { Clients = { page.Select(ClientWire.Of) }, NextPageToken = next };
    }

    public override Task<Client> UpdateClient(UpdateClientRequest request, ServerCallContext context)
    {
        var message = request.Client ?? throw Problems.InvalidField("client", "must be given.");
        return StepAsync(context, nameof(UpdateClient), request, (message.Name, message.Etag, request.RequestId), async client =>
        {
            await desk.ChangeAsync(client, ClientWire.Apply(client, message, request.UpdateMask), context.CancellationToken);
            return "";
        }, "client.name");
    }

    public override Task<Client> RotateClientSecret(RotateClientSecretRequest request, ServerCallContext context)
    {
        var overlap = ClientWire.OverlapIn(request);
        return StepAsync(context, nameof(RotateClientSecret), request, (request.Name, request.Etag, request.RequestId),
            client => desk.RotateAsync(client, overlap, context.CancellationToken));
    }

    public override Task<Client> DisableClient(ClientStepRequest request, ServerCallContext context) =>
        StepAsync(context, nameof(DisableClient), request, (request.Name, request.Etag, request.RequestId), async client =>
        {
            await desk.DisableAsync(client, context.CancellationToken);
            return "";
        });

    public override Task<Client> EnableClient(ClientStepRequest request, ServerCallContext context) =>
        StepAsync(context, nameof(EnableClient), request, (request.Name, request.Etag, request.RequestId), client =>
        {
            ClientDesk.Enable(client);
            return Task.FromResult("");
        });

    /// <param name="step">Answers the new secret; empty for none.</param>
    Task<Client> StepAsync(
        ServerCallContext context, string action, IMessage request, (string Name, string Etag, string RequestId) about, Func<ApiClient, Task<string>> step,
        string field = "name")
    {
        settings.CheckOwn();
        var id = ResourceNames.IdIn(ResourceNames.Clients, about.Name, field);
        return commands.RunAsync(context, request, about.RequestId, async () =>
        {
            var client = await desk.TakeAsync(id, about.Etag, context.CancellationToken);
            var before = client.Rights;
            var secret = await step(client);
            return await AnswerAsync(client, secret, action, new { before, after = client.Rights, disabled = client.Disabled is not null }, context);
        }, WithoutSecret);
    }

    async Task<Client> AnswerAsync(ApiClient client, string secret, string action, object detail, ServerCallContext context)
    {
        commands.Audit(context, action, ResourceNames.Client(client.Id), detail);
        await db.SaveChangesAsync(context.CancellationToken);
        var answer = ClientWire.Of((await clients.FindAsync(client.Id, context.CancellationToken))!);
        answer.NewSecret = secret;
        return answer;
    }

    /// <summary>The answer to a request id is kept; a secret is not.</summary>
    static Client WithoutSecret(Client answer) => new(answer) { NewSecret = "" };
}
