using Grpc.Core;
using Shouldly;
using Suite.StandIns.Tests.V1;

namespace Suite.StandIns.Tests;

/// <summary>What travels around the messages.</summary>
public sealed class HeaderTests(EchoServer server) : EchoTests(server)
{
    [Fact]
    public async Task Say_WithHeaders_AnswersThemInHeadersAndTrailers()
    {
        Metadata headers = new() { { "X-Echo", "one" }, { "x-echo", "two" }, { "x-echo-bin", [0, 10, 200] } };
        using var call = Client.SayAsync(new SayRequest(), headers, cancellationToken: Token);

        var answered = await call.ResponseHeadersAsync;
        await call;

        // The client's HTTP stack joins what has the same key, as RFC 9110 5.3 allows.
        answered.GetValue("x-echo").ShouldBe("one, two");
        call.GetTrailers().GetValueBytes("x-echo-bin").ShouldBe([0, 10, 200]);
    }
}
