using Grpc.Core;
using Shouldly;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Tests.V1;

namespace Suite.ServiceDefaults.Tests;

/// <summary>gRPC calls that cannot be served: never INTERNAL, never UNKNOWN, always with a reason.</summary>
public sealed class BadGrpcTests(ShelfServer server) : IClassFixture<ShelfServer>, IDisposable
{
    const string Echo = "/suite.testing.v1.ShelfService/Echo";

    readonly RawGrpc _raw = new(server.Grpc);

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _raw.Dispose();

    public static TheoryData<string, byte[]> Garbage => new()
    {
        { "not a message", RawGrpc.Frame(255, 255, 255, 255) },
        { "cut off in a field", RawGrpc.Frame(0x72, 5, (byte)'a') },
        { "field number 0", RawGrpc.Frame(0, 1) },
        { "nested too deep", RawGrpc.Frame(Nested(200)) },
        { "frame cut off", [0, 0, 0, 0, 9, 1] },
        { "frame of half a head", [0, 0] },
        { "no frame", [] },
        { "more after the message", [.. RawGrpc.Frame(), 1, 2, 3] },
        { "two messages", [.. RawGrpc.Frame(), .. RawGrpc.Frame()] },
        { "unknown compression flag", [7, 0, 0, 0, 0] },
        { "compressed, it does not say how", [1, 0, 0, 0, 1, 1] },
    };

    [Theory]
    [MemberData(nameof(Garbage))]
    public async Task Unary_MessageThatCannotBeRead_IsMalformed(string what, byte[] body)
    {
        var status = await _raw.CallAsync(Echo, body);

        status.Code.ShouldBe(StatusCode.InvalidArgument, what);
        status.Reason.ShouldBe("MALFORMED_BODY", what);
        status.Message.ShouldContain("suite.testing.v1.ShelfService/Echo");
    }

    [Fact]
    public async Task Unary_TextThatIsNotUtf8_NamesTheField()
    {
        var status = await _raw.CallAsync(Echo, RawGrpc.Frame(0x72, 2, 0xC3, 0x28));

        status.ShouldSatisfyAllConditions(s => s.Reason.ShouldBe("INVALID_FIELD"), s => s.Message.ShouldStartWith("string_value: must be UTF-8"));
    }

    [Fact]
    public async Task Unary_DamagedGzip_IsMalformed() =>
        (await _raw.CallAsync(Echo, [1, 0, 0, 0, 3, 1, 2, 3], ("grpc-encoding", "gzip"))).Code.ShouldBe(StatusCode.InvalidArgument);

    [Fact]
    public async Task Unary_UnknownEncoding_IsUnimplementedWithReason() =>
        (await _raw.CallAsync(Echo, [1, 0, 0, 0, 1, 1], ("grpc-encoding", "rot13"))).Reason.ShouldBe("NO_SUCH_METHOD");

    [Theory]
    [InlineData("token-bin", "***")]
    [InlineData("token-bin", "a")]
    [InlineData("odd!key", "x")]
    [InlineData("odd~key", "x")]
    public async Task Unary_HeaderThatIsNoMetadata_IsInvalidField(string name, string value)
    {
        var status = await _raw.CallAsync(Echo, RawGrpc.Frame(), (name, value));

        status.Code.ShouldBe(StatusCode.InvalidArgument);
        status.Reason.ShouldBe("INVALID_FIELD");
        status.Message.ShouldContain("headers");
    }

    [Fact]
    public async Task Unary_ProperHeaders_AreTaken() =>
        (await _raw.CallAsync(Echo, RawGrpc.Frame(), ("token-bin", "AAE"), ("x-y_z.1", "a"), ("grpc-timeout", "nonsense"))).Code.ShouldBe(StatusCode.OK);

    [Fact]
    public async Task Unary_TooLargeMessage_IsTooLarge()
    {
        var (status, problem) = await Answers.RefusalAsync(async () =>
            await server.Shelf.EchoAsync(new() { StringValue = new('a', ServiceDefaultsExtensions.MaxMessage) }, cancellationToken: Token));

        status.ShouldBe(StatusCode.ResourceExhausted);
        problem.Reason.ShouldBe(Reason.TooLarge);
        problem.Metadata["limit"].ShouldBe("20971520");
    }

    [Fact]
    public async Task Unary_LargestMessage_IsTaken()
    {
        const int Head = 1 + 4;
        var text = new string('a', ServiceDefaultsExtensions.MaxMessage - Head);
        using var channel = Grpc.Net.Client.GrpcChannel.ForAddress(server.Grpc, new() { MaxReceiveMessageSize = null, MaxSendMessageSize = null });

        (await new ShelfService.ShelfServiceClient(channel).EchoAsync(new() { StringValue = text }, cancellationToken: Token)).StringValue.Length.ShouldBe(text.Length);
    }

    [Fact]
    public async Task Unary_UnknownMethod_IsNoSuchMethod() =>
        (await _raw.CallAsync("/suite.testing.v1.ShelfService/Nothing", RawGrpc.Frame())).ShouldSatisfyAllConditions(
            s => s.Code.ShouldBe(StatusCode.Unimplemented), s => s.Reason.ShouldBe("NO_SUCH_METHOD"));

    [Fact]
    public async Task Unary_UnknownService_IsNoSuchMethod() =>
        (await _raw.CallAsync("/suite.testing.v1.NoService/Nothing", RawGrpc.Frame())).ShouldSatisfyAllConditions(
            s => s.Code.ShouldBe(StatusCode.Unimplemented), s => s.Reason.ShouldBe("NO_SUCH_METHOD"));

    [Fact]
    public async Task Unary_PassedDeadline_IsDeadlineExceededWithReason()
    {
        var status = await _raw.CallAsync("/suite.testing.v1.ShelfService/Sleep", RawGrpc.Frame(), ("grpc-timeout", "50m"));

        status.Code.ShouldBe(StatusCode.DeadlineExceeded);
        status.Reason.ShouldBe("DEADLINE_EXCEEDED");
    }

    [Fact]
    public async Task Unary_NulInText_NamesTheField()
    {
        var (status, problem) = await Answers.RefusalAsync(async () =>
            await server.Shelf.EchoAsync(new() { Inners = { new Kinds(), new Kinds { Words = { "a", "b\0" } } } }, cancellationToken: Token));

        status.ShouldBe(StatusCode.InvalidArgument);
        problem.Violations.Single().Field.ShouldBe("inners[1].words[1]");
    }

    [Fact]
    public async Task Stream_GarbageAfterAMessage_EndsMalformed()
    {
        var status = await _raw.CallAsync("/suite.testing.v1.ShelfService/Converse", [.. RawGrpc.Frame(), .. RawGrpc.Frame(255, 255)]);

        status.Code.ShouldBe(StatusCode.InvalidArgument);
        status.Reason.ShouldBe("MALFORMED_BODY");
    }

    [Fact]
    public async Task Stream_FrameCutOff_EndsMalformed() =>
        (await _raw.CallAsync("/suite.testing.v1.ShelfService/Converse", [.. RawGrpc.Frame(), 0, 0, 0, 0, 9, 1])).Reason.ShouldBe("MALFORMED_BODY");

    [Fact]
    public async Task Stream_NulInText_EndsInvalidField()
    {
        using var call = server.Shelf.Converse(cancellationToken: Token);
        await call.RequestStream.WriteAsync(new() { Left = "\0" }, Token);

        (await Answers.RefusalAsync(() => call.ResponseStream.MoveNext(Token))).Problem.Violations.Single().Field.ShouldBe("left");
    }

    /// <summary>Messages in messages (field 17), as the wire has them.</summary>
    static byte[] Nested(int depth)
    {
        var message = new Kinds();
        for (var level = 0; level < depth; level++) message = new() { Inner = message };
        return Google.Protobuf.MessageExtensions.ToByteArray(message);
    }
}
