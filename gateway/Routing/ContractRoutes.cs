using Google.Protobuf.Reflection;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Transcoding;
using Yarp.ReverseProxy.Configuration;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Suite.Gateway.Routing;

/// <summary>
/// The routes that follow from the contract: one for each gRPC service, one for each JSON path, both to the backend that owns them.
/// The content type tells the two apart, so that neither reaches a backend's other door.
/// </summary>
static class ContractRoutes
{
    /// <summary>Route metadata: present where the method asks for no token.</summary>
    public const string Anonymous = "anonymous";

    const string GrpcContentType = "application/grpc";

    static readonly RouteHeader IsGrpc = new() { Name = "Content-Type", Mode = HeaderMatchMode.HeaderPrefix, Values = [GrpcContentType] };

    static readonly RouteHeader IsNotGrpc = new() { Name = "Content-Type", Mode = HeaderMatchMode.NotContains, Values = [GrpcContentType] };

    public static IReadOnlyList<RouteConfig> Of(IEnumerable<ServiceDescriptor> services) => [.. services.SelectMany(Of)];

    static IEnumerable<RouteConfig> Of(ServiceDescriptor service)
    {
        yield return Grpc(service, service.FullName, "{method}", anonymous: false);
        foreach (var method in service.Methods)
        {
            var anonymous = MethodRule.Of(method).Anonymous;
            if (anonymous) yield return Grpc(service, method.FullName, method.Name, anonymous);
            foreach (var binding in HttpBinding.Of(method)) yield return Json(method, binding, anonymous);
        }
    }

    static RouteConfig Grpc(ServiceDescriptor service, string id, string method, bool anonymous) => new()
    {
        RouteId = id,
        ClusterId = Clusters.Grpc(Contract.BackendOf(service)),
        Match = new() { Path = $"/{service.FullName}/{method}", Methods = ["POST"], Headers = [IsGrpc] },
        Metadata = Mark(anonymous),
    };

    static RouteConfig Json(MethodDescriptor method, HttpBinding binding, bool anonymous) => new()
    {
        RouteId = $"{binding.Verb} {binding.Path.Route}",
        ClusterId = Clusters.Json(Contract.BackendOf(method.Service)),
        Match = new() { Path = binding.Path.Route, Methods = [binding.Verb], Headers = [IsNotGrpc] },
        Metadata = Mark(anonymous),
    };

    static Dictionary<string, string> Mark(bool anonymous) => anonymous ? new() { [Anonymous] = "true" } : [];
}
