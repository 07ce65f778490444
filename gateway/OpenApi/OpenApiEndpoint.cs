using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Suite.Gateway.OpenApi;

/// <summary>Serves the description of the API.</summary>
static class OpenApiEndpoint
{
    public static void MapOpenApi(this WebApplication app)
    {
        var document = new Lazy<(byte[] Bytes, EntityTagHeaderValue Tag)>(() =>
        {
            var bytes = ContractDocument.Make();
            return (bytes, new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\""));
        });
        app.MapGet("/openapi/v1.json", () => Results.Bytes(document.Value.Bytes, "application/json", entityTag: document.Value.Tag));
    }
}
