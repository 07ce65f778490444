using Grpc.Core;
using Shouldly;
using Suite.StandIns.Tests.V1;

namespace Suite.StandIns.Tests;

/// <summary>The four shapes of call between the real server and the real client.</summary>
public sealed class CallShapeTests(EchoServer server) : EchoTests(server)
{
    [Fact]
    public async Task Say_Async_AnswersTheText()
    {
        var response = await Client.SayAsync(new SayRequest { Text = "督查" }, cancellationToken: Token);
        response.Text.ShouldBe("督查");
    }

    [Fact]
    public void Say_Blocking_AnswersTheText() =>
        Client.Say(new SayRequest { Text = "督查" }, cancellationToken: Token).Text.ShouldBe("督查");

    [Fact]
    public async Task Collect_ThreeRequests_AnswersThemJoined()
    {
        using var call = Client.Collect(cancellationToken: Token);
        foreach (var text in (string[])["a", "b", "c"])
            await call.RequestStream.WriteAsync(new SayRequest { Text = text }, Token);
        await call.RequestStream.CompleteAsync();
        (await call).Text.ShouldBe("a b c");
    }

    [Fact]
    public async Task Repeat_ThreeTimes_AnswersThreeMessages()
    {
        using var call = Client.Repeat(new SayRequest { Text = "a", Times = 3 }, cancellationToken: Token);
        var texts = await call.ResponseStream.ReadAllAsync(Token).Select(response => response.Text).ToListAsync(Token);
        texts.ShouldBe(["a", "a", "a"]);
        call.GetStatus().StatusCode.ShouldBe(StatusCode.OK);
    }

    [Fact]
    public async Task Converse_RequestByRequest_AnswersEachBeforeTheNext()
    {
        using var call = Client.Converse(cancellationToken: Token);
        foreach (var text in (string[])["a", "b"])
        {
            await call.RequestStream.WriteAsync(new SayRequest { Text = text }, Token);
            (await call.ResponseStream.MoveNext(Token)).ShouldBeTrue();
            call.ResponseStream.Current.Text.ShouldBe(text);
        }

        await call.RequestStream.CompleteAsync();
        (await call.ResponseStream.MoveNext(Token)).ShouldBeFalse();
    }
}
