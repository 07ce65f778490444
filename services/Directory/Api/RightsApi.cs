using Grpc.Core;
using Suite.Auth.V1;
using Suite.Directory.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using MethodRights = Suite.ServiceDefaults.Identity.MethodRights;

namespace Suite.Directory.Api;

public sealed class RightsApi : RightsService.RightsServiceBase
{
    public override Task<WhoMayResponse> WhoMay(WhoMayRequest request, ServerCallContext context)
    {
        if (!Enum.IsDefined(request.Role)) throw Problems.InvalidField("role", "must be a value of Role.");
        if (request.Method.Length > 0 && RightsMatrix.Methods.All(m => m.Method.FullName != request.Method))
            throw Problems.InvalidField("method", "must be the full name of a method, as suite.tasks.v1.PlanService.IssuePlan.");
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<string>(request, request.PageToken);
        var found = RightsMatrix.Methods.Where(m => request.Method.Length == 0 || m.Method.FullName == request.Method)
            .Where(m => request.Role == Role.Unspecified || m.Anonymous || m.ScopesOf(request.Role).Any())
            .Where(m => after is null || string.CompareOrdinal(m.Method.FullName, after) > 0).Take(size + 1).ToList();
        var (page, next) = PageToken.Cut(request, found, size, (MethodRights m) => m.Method.FullName);
        return Task.FromResult(new WhoMayResponse { Methods = { page.Select(Of) }, NextPageToken = next });
    }

    static V1.MethodRights Of(MethodRights rights) => new()
    {
        Method = rights.Method.FullName, JsonPaths = { rights.JsonPaths }, Summary = rights.Summary, Anonymous = rights.Anonymous,
        Grants = { rights.Grants.Select(g => g.Clone()) }, ResourceField = rights.ResourceField,
    };
}
