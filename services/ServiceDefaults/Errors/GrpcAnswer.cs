using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Suite.ServiceDefaults.Errors;

/// <summary>Answers a gRPC call with an error before, or instead of, the method: a response of headers alone, as the protocol allows.</summary>
public static class GrpcAnswer
{
    public const string StatusHeader = "grpc-status";
    public const string MessageHeader = "grpc-message";
    public const string DetailsHeader = "grpc-status-details-bin";

    const string ContentType = "application/grpc";

    /// <summary>True for a request that speaks gRPC, by its content type.</summary>
    public static bool IsAskedFor(HttpRequest request) => request.ContentType?.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase) == true;

    public static void Write(HttpResponse response, RpcException error)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = ContentType;
        response.ContentLength = null;
        Write(response.Headers, error);
    }

    /// <param name="headers">The response's headers or trailers.</param>
    public static void Write(IHeaderDictionary headers, RpcException error)
    {
        headers[StatusHeader] = error.StatusCode.ToString("D");
        headers[MessageHeader] = Uri.EscapeDataString(error.Status.Detail);
        foreach (var entry in error.Trailers) headers[entry.Key] = entry.IsBinary ? Convert.ToBase64String(entry.ValueBytes) : entry.Value;
    }
}
