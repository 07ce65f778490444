using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Suite.ServiceDefaults;
using Suite.ServiceDefaults.Identity;
using Suite.Testing;

namespace Suite.Directory.Tests.Accounts;

/// <summary>Another service of the suite, which knows of directory no more than its address.</summary>
public sealed class OtherServiceTests(DirectoryFixture directory) : IClassFixture<DirectoryFixture>
{
    [Fact]
    public async Task Verify_DirectorysToken_CallerKnown()
    {
        await using var other = await StartAsync();
        using var client = new HttpClient { BaseAddress = new(other.Urls.Single()) };
        (await client.GetAsync("/who")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        client.DefaultRequestHeaders.Authorization = new("Bearer", await directory.TokenAsync("humen.approver"));
        (await client.GetStringAsync("/who")).ShouldBe("humen.approver Approver units/humen");
    }

    async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = Path.GetTempPath() });
        builder.Configuration["services:directory:http:0"] = directory.Host.Http.ToString();
        builder.AddServiceDefaults();
        builder.WebHost.UseUrls($"http://127.0.0.1:{FreePorts.Take()}");
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapGet("/who", (HttpContext http) => Caller.From(http.User) is { } caller
            ? Results.Text($"{caller.Account} {string.Join(',', caller.Roles)} {caller.Unit}")
            : Results.Unauthorized());
        await app.StartAsync();
        return app;
    }
}
