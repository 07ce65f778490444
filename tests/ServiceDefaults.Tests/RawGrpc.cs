using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using Google.Rpc;
using Grpc.Core;

namespace Suite.ServiceDefaults.Tests;

/// <summary>gRPC calls as no proper client would make them: any bytes, any headers.</summary>
sealed class RawGrpc(Uri address) : IDisposable
{
    readonly HttpClient _client = new() { BaseAddress = address };

    /// <summary>Sends bytes as the body of a call and reads the status and its reason.</summary>
    public async Task<RawStatus> CallAsync(string method, byte[] body, params (string Name, string Value)[] headers)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, method)
        {
            Content = content, Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.TryAddWithoutValidation("te", "trailers");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return RawStatus.Of(response.TrailingHeaders.Contains("grpc-status") ? response.TrailingHeaders : response.Headers);
    }

    /// <summary>A message in gRPC's frame: not compressed, then its length.</summary>
    public static byte[] Frame(params byte[] message)
    {
        var frame = new byte[5 + message.Length];
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)message.Length);
        message.CopyTo(frame, 5);
        return frame;
    }

    public void Dispose() => _client.Dispose();
}

sealed record RawStatus(StatusCode Code, string Message, string? Reason)
{
    public static RawStatus Of(HttpHeaders headers)
    {
        var code = (StatusCode)int.Parse(headers.GetValues("grpc-status").Single(), System.Globalization.CultureInfo.InvariantCulture);
        var message = headers.TryGetValues("grpc-message", out var messages) ? Uri.UnescapeDataString(messages.Single()) : "";
        if (!headers.TryGetValues("grpc-status-details-bin", out var details)) return new(code, message, null);
        var padded = details.Single().PadRight((details.Single().Length + 3) / 4 * 4, '=');
        var status = Google.Rpc.Status.Parser.ParseFrom(Convert.FromBase64String(padded));
        return new(code, message, status.Details.Single(d => d.Is(ErrorInfo.Descriptor)).Unpack<ErrorInfo>().Type);
    }
}
