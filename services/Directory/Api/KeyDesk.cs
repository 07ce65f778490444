using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Suite.Directory.Keys;
using Suite.Directory.Storage;
using Suite.Directory.V1;
using Suite.ServiceDefaults.Storage;

namespace Suite.Directory.Api;

/// <summary>What the administrator does to the signing keys.</summary>
public sealed class KeyDesk(KeyRotation rotation, CommandRunner<DirectoryDbContext> commands)
{
    public async Task<RotateKeysResponse> RotateAsync(RotateKeysRequest request, ServerCallContext context)
    {
        var answer = await commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var keys = await rotation.RotateAsync(request.Compromised, context.CancellationToken);
            commands.Audit(context, "RotateKeys", $"keys/{keys[0].Id}", new { request.Compromised, keys = keys.Select(k => k.Id) });
            return new RotateKeysResponse { Keys = { keys.Select(Of) } };
        });
        await rotation.ReloadAsync(context.CancellationToken);
        return answer;
    }

    static PublishedKey Of(SigningKey key) => new() { Id = key.Id, CreateTime = key.Created.ToTimestamp(), SignTime = key.SignsFrom.ToTimestamp() };
}
