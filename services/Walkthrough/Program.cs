using System.Text;
using System.Text.Json;
using Suite.Walkthrough;
using Suite.Walkthrough.Gateway;
using Suite.Walkthrough.Text;

// Imports the plan, says what was understood of it, and with --once takes one task through a quarter. A client of the gateway like any other.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stopping.Cancel();
};

try
{
    var settings = Settings.Read(args, Environment.GetEnvironmentVariable);
    using var http = new HttpClient { BaseAddress = settings.Gateway, Timeout = TimeSpan.FromMinutes(2) };
    var walk = new Walk(new GatewayClient(http, TimeProvider.System), settings, new Page(Console.Out), TimeProvider.System);
    await walk.RunAsync(stopping.Token);
    return 0;
}
catch (WalkException ended)
{
    return Fail(ended.Message);
}
catch (Refusal refused)
{
    return Fail(refused.Message);
}
catch (HttpRequestException unreachable)
{
    return Fail(Words.Both("GatewayAway", unreachable.Message));
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    return 130;
}
catch (TaskCanceledException late)
{
    return Fail(Words.Both("GatewayAway", late.Message));
}
catch (JsonException unexpected)
{
    return Fail(Words.Both("AnswerNotUnderstood", unexpected.Message));
}

static int Fail(string sentence)
{
    Console.Error.WriteLine(sentence);
    return 1;
}
