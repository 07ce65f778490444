using System.Net;
using Grpc.Core;
using Shouldly;
using Suite.ServiceDefaults;

namespace Suite.Gateway.Tests;

/// <summary>Requests larger than the suite takes.</summary>
public sealed class BodyLimitTests(Installation suite) : IClassFixture<Installation>
{
    const int Huge = 200_000_000;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Json_HugeBody_Is413AndNotForwarded(bool chunked, bool asksFirst)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/plans:import") { Content = new Zeros(Huge, chunked), Headers = { ExpectContinue = asksFirst } };
        using var response = await suite.Json.SendAsync(request, Token);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await response.ReasonAsync()).ShouldBe("TOO_LARGE");
        suite.Backends["tasks"].LargestBody.ShouldBeLessThanOrEqualTo(ServiceDefaultsExtensions.MaxMessage);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Json_LargestBody_IsForwarded(bool chunked)
    {
        using var response = await suite.Json.PostAsync("/v1/units:resolve", new Zeros(ServiceDefaultsExtensions.MaxMessage, chunked), Token);

        (await response.SeenAsync()).BodyLength.ShouldBe(ServiceDefaultsExtensions.MaxMessage);
    }

    [Theory]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("text/csv; charset=gb18030")]
    public async Task Json_DocumentOfAnyForm_IsForwardedWithItsType(string type)
    {
        var bytes = Enumerable.Range(0, 100_000).Select(i => (byte)i).ToArray();
        using var content = new ByteArrayContent(bytes) { Headers = { ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type) } };
        using var response = await suite.Json.PostAsync("/v1/plans:import", content, Token);

        var seen = await response.SeenAsync();
        (seen.BodyLength, seen.Headers["content-type"]).ShouldBe((bytes.Length, type));
    }

    [Fact]
    public async Task Json_ChunksThatAreNone_AreMalformed()
    {
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, suite.Gateway.Http.Port, Token);
        await client.GetStream().WriteAsync("POST /v1/plans:import HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\nzz\r\n"u8.ToArray(), Token);
        using var reader = new StreamReader(client.GetStream());

        (await reader.ReadLineAsync(Token)).ShouldBe("HTTP/1.1 400 Bad Request");
    }

    [Fact]
    public async Task Grpc_HugeMessage_IsTooLarge()
    {
        var answer = await suite.Grpc.GrpcAsync("/suite.reporting.v1.ReportService/GetReport", new ByteArrayContent(RawCall.Frame(new byte[Huge / 4])));

        (answer.Status, answer.Reason).ShouldBe((StatusCode.ResourceExhausted, "TOO_LARGE"));
        suite.Backends["reporting"].LargestBody.ShouldBeLessThanOrEqualTo(ServiceDefaultsExtensions.MaxMessage);
    }

    [Fact]
    public async Task Grpc_ManyMessages_MayTogetherBeLarger()
    {
        byte[] frames = [.. Enumerable.Repeat(RawCall.Frame(new byte[ServiceDefaultsExtensions.MaxMessage / 4]), 5).SelectMany(f => f)];
        var answer = await suite.Grpc.GrpcAsync("/suite.indicators.v1.IndicatorService/GetIndicator", new ByteArrayContent(frames));

        answer.Seen!.BodyLength.ShouldBe(frames.Length);
    }

    /// <summary>A body of zeros, its length told or not.</summary>
    sealed class Zeros(long length, bool chunked) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var zeros = new byte[65536];
            for (var left = length; left > 0; left -= zeros.Length) await stream.WriteAsync(zeros.AsMemory(0, (int)Math.Min(left, zeros.Length)));
        }

        protected override bool TryComputeLength(out long told)
        {
            told = chunked ? 0 : length;
            return !chunked;
        }
    }
}
