using System.Runtime.CompilerServices;

namespace Suite.Walkthrough.Gateway;

/// <summary>An account that is signed in.</summary>
sealed class Session(GatewayClient gateway, string account, string token)
{
    public string Account => account;

    public Task<T> GetAsync<T>(string path, CancellationToken cancellation) =>
        gateway.SendAsync<T>(HttpMethod.Get, path, new() { Token = token }, cancellation);

    public Task<byte[]> DownloadAsync(string path, CancellationToken cancellation) =>
        gateway.SendAsync(HttpMethod.Get, path, new() { Token = token }, cancellation);

    public Task<T> PostAsync<T>(string path, object body, string? requestId, CancellationToken cancellation) =>
        gateway.SendAsync<T>(HttpMethod.Post, path, new() { Token = token, RequestId = requestId, Json = body }, cancellation);

    public Task<T> PostDocumentAsync<T>(string path, byte[] document, CancellationToken cancellation) =>
        gateway.SendAsync<T>(HttpMethod.Post, path, new() { Token = token, Document = document }, cancellation);

    /// <summary>All pages of a list, one after the other as far as they are read.</summary>
    public async IAsyncEnumerable<TPage> PagesAsync<TPage>(string path, [EnumeratorCancellation] CancellationToken cancellation)
        where TPage : IPage
    {
        var joint = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        for (var next = ""; ;)
        {
            var page = await GetAsync<TPage>(next.Length == 0 ? path : $"{path}{joint}pageToken={Uri.EscapeDataString(next)}", cancellation);
            yield return page;
            if (page.NextPageToken is not { Length: > 0 } token) yield break;
            next = token;
        }
    }
}

/// <summary>One page of a list.</summary>
interface IPage
{
    /// <summary>Empty on the last page.</summary>
    string? NextPageToken { get; }
}
