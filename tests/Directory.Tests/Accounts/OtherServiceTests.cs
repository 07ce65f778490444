using Suite.Directory.Storage;
using Suite.Directory.V1;
using Suite.ServiceDefaults.Identity;
using Suite.Testing;

namespace Suite.Directory.Tests.Accounts;

/// <summary>How the other services judge directory's tokens.</summary>
public sealed class OtherServiceTests(DirectoryFixture directory) : IClassFixture<DirectoryFixture>
{
    [Fact]
    public async Task Verify_DirectorysToken_CallerKnown()
    {
        await using var other = await OtherService.StartAsync(directory.Host.Http);
        (await other.StatusAsync(null)).ShouldBe(401);
        (await other.WhoAsync(await directory.TokenAsync("humen.approver"))).ShouldBe("humen.approver Approver units/humen");
    }

    [Fact]
    public async Task Verify_SignedOutSession_RefusedWithinTwoSecondsAndWhileDirectoryIsAwayStill()
    {
        await using var own = TestHost<DirectoryDbContext>.Start(DirectoryFixture.Settings(directory.ConnectionString));
        await using var other = await OtherService.StartAsync(own.Http);
        var auth = new AuthService.AuthServiceClient(own.GrpcInvoker());
        var (ended, kept) = (await SignInAsync(auth), await SignInAsync(auth));
        (await other.StatusAsync(ended)).ShouldBe(200);
        await new AuthService.AuthServiceClient(own.GrpcInvoker(ended)).SignOutAsync(new());
        await Task.Delay(TimeSpan.FromSeconds(2));
        (await other.StatusAsync(ended)).ShouldBe(401);
        await own.DisposeAsync();
        await Task.Delay(Revocations.MostAge);
        (await other.StatusAsync(ended)).ShouldBe(401);
        (await other.StatusAsync(kept)).ShouldBe(200);
    }

    static async Task<string> SignInAsync(AuthService.AuthServiceClient auth) =>
        (await auth.CreateTokenAsync(new() { Account = "observer", Password = DirectoryFixture.DemoPassword })).AccessToken;
}
