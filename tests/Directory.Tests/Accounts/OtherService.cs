using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Suite.ServiceDefaults;
using Suite.ServiceDefaults.Identity;
using Suite.Testing;

namespace Suite.Directory.Tests.Accounts;

/// <summary>Another service of the suite, which knows of directory no more than its address, and tells who calls it.</summary>
public sealed class OtherService : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly HttpClient _client;

    OtherService(WebApplication app) => (_app, _client) = (app, new() { BaseAddress = new(app.Urls.Single()) });

    public static async Task<OtherService> StartAsync(Uri directory)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = Path.GetTempPath() });
        builder.Configuration["services:directory:http:0"] = directory.ToString();
        builder.AddServiceDefaults();
        builder.WebHost.UseUrls($"http://127.0.0.1:{FreePorts.Take()}");
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapGet("/who", (HttpContext http) => Caller.From(http.User) is { } caller
            ? Results.Text($"{caller.Account} {string.Join(',', caller.Roles)} {caller.Unit}")
            : Results.Unauthorized());
        await app.StartAsync();
        return new(app);
    }

    /// <param name="token">Null for none.</param>
    public async Task<int> StatusAsync(string? token) => (int)(await AskAsync(token)).StatusCode;

    public async Task<string> WhoAsync(string token) => await (await AskAsync(token)).Content.ReadAsStringAsync();

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    Task<HttpResponseMessage> AskAsync(string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/who");
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        return _client.SendAsync(request);
    }
}
