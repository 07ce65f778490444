using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Google.Rpc;
using Grpc.Core;

namespace Suite.Gateway.Tests;

/// <summary>A gRPC call put together by hand, so that it may be wrong.</summary>
static class RawCall
{
    /// <summary>A message in gRPC's frame: not compressed, then its length.</summary>
    public static byte[] Frame(byte[] message)
    {
        var frame = new byte[5 + message.Length];
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)message.Length);
        message.CopyTo(frame, 5);
        return frame;
    }

    public static async Task<RawAnswer> GrpcAsync(this HttpClient client, string method, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        content ??= new ByteArrayContent(Frame([]));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        using var request = new HttpRequestMessage(HttpMethod.Post, method)
        {
            Content = content, Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.TryAddWithoutValidation("te", "trailers");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return RawAnswer.Of(response.TrailingHeaders.Contains("grpc-status") ? response.TrailingHeaders : response.Headers, body);
    }
}

/// <param name="Reason">Of the ErrorInfo; null where there is none.</param>
/// <param name="Seen">What the backend saw; null where none was reached.</param>
sealed record RawAnswer(StatusCode Status, string Message, string? Reason, Seen? Seen)
{
    public static RawAnswer Of(HttpHeaders headers, byte[] body)
    {
        var status = (StatusCode)int.Parse(headers.GetValues("grpc-status").Single(), CultureInfo.InvariantCulture);
        var message = headers.TryGetValues("grpc-message", out var messages) ? Uri.UnescapeDataString(messages.Single()) : "";
        var seen = body.Length > 5 ? Seen.Of(Suite.Tasks.V1.Task.Parser.ParseFrom(body.AsSpan(5)).Name) : null;
        return new(status, message, headers.TryGetValues("grpc-status-details-bin", out var details) ? ReasonOf(details.Single()) : null, seen);
    }

    static string ReasonOf(string details)
    {
        var status = Google.Rpc.Status.Parser.ParseFrom(Convert.FromBase64String(details.PadRight((details.Length + 3) / 4 * 4, '=')));
        return status.Details.Single(d => d.Is(ErrorInfo.Descriptor)).Unpack<ErrorInfo>().Type;
    }
}
