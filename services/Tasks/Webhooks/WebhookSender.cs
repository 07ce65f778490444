using System.Text;

namespace Suite.Tasks.Webhooks;

/// <summary>What became of one attempt.</summary>
/// <param name="Status">HTTP status; null where no answer came.</param>
/// <param name="Error">Empty where it arrived.</param>
public sealed record WebhookAnswer(int? Status, string Error);

/// <summary>Sends one payload: no redirects, no proxy, no cookies, ten seconds, and not more than a little of the answer is read.</summary>
public sealed class WebhookSender : IDisposable
{
    const int MostAnswer = 4096;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly HttpClient _client;

    public WebhookSender(WebhookGuard guard) => _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectTimeout = Patience, ConnectCallback = guard.ConnectAsync,
        MaxResponseHeadersLength = 16, PooledConnectionLifetime = TimeSpan.FromMinutes(1),
    })
    {
        Timeout = Patience,
    };

    public async Task<WebhookAnswer> SendAsync(string url, string payload, IEnumerable<(string Name, string Value)> headers, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(payload, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        try
        {
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
            await body.ReadAtLeastAsync(new byte[MostAnswer], MostAnswer, throwOnEndOfStream: false, cancellation);
            return new((int)answer.StatusCode, answer.IsSuccessStatusCode ? "" : $"The receiver answered {(int)answer.StatusCode}.");
        }
        catch (Exception error) when (error is HttpRequestException or IOException || (error is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new(null, error is OperationCanceledException ? $"No answer within {Patience.TotalSeconds} seconds." : Short(error.Message));
        }
    }

    public void Dispose() => _client.Dispose();

    static string Short(string text) => text.Length <= 300 ? text : text[..300];
}
