using System.IO.Compression;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Compression;
using Shouldly;
using Suite.StandIns.Tests.V1;

namespace Suite.StandIns.Tests;

/// <summary>Messages compressed on their way in and on their way out.</summary>
public sealed class CompressionTests
{
    static readonly string Long = new('督', 10_000);

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Say_CompressedBothWays_ArrivesWhole(string encoding)
    {
        var (onServer, onClient) = (new CountingProvider(encoding), new CountingProvider(encoding));
        await using var server = await StartAsync(onServer);
        using var channel = server.Channel(new GrpcChannelOptions { CompressionProviders = [onClient] });

        Metadata headers = new() { { "grpc-internal-encoding-request", encoding } };
        var response = await new Echo.EchoClient(channel).SayAsync(new SayRequest { Text = Long }, headers, cancellationToken: Token);

        response.Text.ShouldBe(Long);
        (onClient.Compressed, onServer.Decompressed).ShouldBe((1, 1));
        (onServer.Compressed, onClient.Decompressed).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Collect_WriteOptionsNoCompress_LeavesThatMessageAsItIs()
    {
        var onClient = new CountingProvider("gzip");
        await using var server = await StartAsync(new CountingProvider("gzip"));
        using var channel = server.Channel(new GrpcChannelOptions { CompressionProviders = [onClient] });

        Metadata headers = new() { { "grpc-internal-encoding-request", "gzip" } };
        using var call = new Echo.EchoClient(channel).Collect(headers, cancellationToken: Token);
        await call.RequestStream.WriteAsync(new SayRequest { Text = "compressed" }, Token);
        call.RequestStream.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
        await call.RequestStream.WriteAsync(new SayRequest { Text = "bare" }, Token);
        await call.RequestStream.CompleteAsync();

        (await call).Text.ShouldBe("compressed bare");
        onClient.Compressed.ShouldBe(1);
    }

    static Task<EchoServer> StartAsync(CountingProvider provider) => EchoServer.StartAsync(options =>
    {
        options.CompressionProviders.Clear();
        options.CompressionProviders.Add(provider);
        options.ResponseCompressionAlgorithm = provider.EncodingName;
    });

    sealed class CountingProvider(string encoding) : ICompressionProvider
    {
        readonly ICompressionProvider inner = encoding == "gzip"
            ? new GzipCompressionProvider(CompressionLevel.Fastest)
            : new DeflateCompressionProvider(CompressionLevel.Fastest);

        public int Compressed { get; private set; }

        public int Decompressed { get; private set; }

        public string EncodingName => inner.EncodingName;

        public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel)
        {
            Compressed++;
            return inner.CreateCompressionStream(stream, compressionLevel);
        }

        public Stream CreateDecompressionStream(Stream stream)
        {
            Decompressed++;
            return inner.CreateDecompressionStream(stream);
        }
    }
}
