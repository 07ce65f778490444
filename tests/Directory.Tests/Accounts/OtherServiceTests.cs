using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Suite.Directory.Storage;
using Suite.Directory.V1;
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

    [Fact]
    public async Task Verify_SignedOutSession_RefusedWithinTwoSecondsAndWhileDirectoryIsAwayStill()
    {
        await using var own = TestHost<DirectoryDbContext>.Start(DirectoryFixture.Settings(directory.ConnectionString));
        await using var other = await StartAsync(own.Http);
        using var client = new HttpClient { BaseAddress = new(other.Urls.Single()) };
        var auth = new AuthService.AuthServiceClient(own.GrpcInvoker());
        var (ended, kept) = (await SignInAsync(auth), await SignInAsync(auth));
        (await StatusAsync(client, ended)).ShouldBe(HttpStatusCode.OK);
        await new AuthService.AuthServiceClient(own.GrpcInvoker(ended)).SignOutAsync(new());
        await Task.Delay(TimeSpan.FromSeconds(2));
        (await StatusAsync(client, ended)).ShouldBe(HttpStatusCode.Unauthorized);
        await own.DisposeAsync();
        await Task.Delay(Revocations.MostAge);
        (await StatusAsync(client, ended)).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(client, kept)).ShouldBe(HttpStatusCode.OK);
    }

    static async Task<string> SignInAsync(AuthService.AuthServiceClient auth) =>
        (await auth.CreateTokenAsync(new() { Account = "observer", Password = DirectoryFixture.DemoPassword })).AccessToken;

    static async Task<HttpStatusCode> StatusAsync(HttpClient client, string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/who") { Headers = { Authorization = new("Bearer", token) } };
        return (await client.SendAsync(request)).StatusCode;
    }

    async Task<WebApplication> StartAsync(Uri? address = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = Path.GetTempPath() });
        builder.Configuration["services:directory:http:0"] = (address ?? directory.Host.Http).ToString();
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
