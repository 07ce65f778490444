using Grpc.Core;
using Shouldly;
using Suite.StandIns.Tests.V1;

namespace Suite.StandIns.Tests;

/// <summary>How a call's failure reaches the client.</summary>
public sealed class ErrorTests(EchoServer server) : EchoTests(server)
{
    [Fact]
    public async Task Say_ServerThrowsStatus_ClientGetsCodeDetailAndTrailers()
    {
        var request = new SayRequest { Text = "退回", FailWith = (int)StatusCode.FailedPrecondition };
        var error = await Should.ThrowAsync<RpcException>(async () => await Client.SayAsync(request, cancellationToken: Token));

        error.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        error.Status.Detail.ShouldBe("failing as asked: 退回");
        error.Trailers.GetValue("reason").ShouldBe("asked");
        error.Trailers.GetValueBytes("reason-bin").ShouldBe([0, 1, 254, 255]);
    }

    [Fact]
    public void Say_BlockingAndServerThrowsStatus_ClientGetsCode() =>
        Should.Throw<RpcException>(() => Client.Say(new SayRequest { FailWith = (int)StatusCode.NotFound }, cancellationToken: Token))
            .StatusCode.ShouldBe(StatusCode.NotFound);

    [Fact]
    public async Task Repeat_ServerThrowsAfterMessages_ClientGetsThemThenTheError()
    {
        var request = new SayRequest { Text = "a", Times = 2, FailWith = (int)StatusCode.DataLoss };
        using var call = Client.Repeat(request, cancellationToken: Token);

        (await call.ResponseStream.MoveNext(Token)).ShouldBeTrue();
        (await call.ResponseStream.MoveNext(Token)).ShouldBeTrue();
        var error = await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(Token));

        error.StatusCode.ShouldBe(StatusCode.DataLoss);
        call.GetTrailers().GetValue("reason").ShouldBe("asked");
    }

    [Fact]
    public async Task Call_MethodThatDoesNotExist_IsUnimplemented()
    {
        var method = new Method<string, string>(
            MethodType.Unary, "suite.standins.v1.Echo", "Shout", Marshallers.StringMarshaller, Marshallers.StringMarshaller);
        using var call = Channel.CreateCallInvoker().AsyncUnaryCall(method, null, new CallOptions(cancellationToken: Token), "");

        var error = await Should.ThrowAsync<RpcException>(call.ResponseAsync);
        error.StatusCode.ShouldBe(StatusCode.Unimplemented);
    }

    [Fact]
    public async Task Say_ClientMadeWithoutChannel_SaysSo()
    {
        var error = await Should.ThrowAsync<InvalidOperationException>(
            async () => await new ChannellessClient().SayAsync(new SayRequest(), cancellationToken: Token));
        error.Message.ShouldContain("/suite.standins.v1.Echo/Say");
    }

    sealed class ChannellessClient : Echo.EchoClient;
}
