using System.Text;
using Grpc.Core;
using Suite.Directory.V1;
using Suite.Errors.V1;

namespace Suite.Directory.Tests.Changes;

/// <summary>Everybody who keeps a copy hears of each change once, in order, from where they left off.</summary>
public sealed class ChangeFeedTests(DirectoryFixture directory) : IClassFixture<DirectoryFixture>
{
    [Fact]
    public async Task ListChanges_FromTheBeginning_SeedsFirst()
    {
        var page = await (await FeedAsync()).ListChangesAsync(new() { PageSize = 1 });
        (page.Changes.Single().Resource, page.Changes[0].Action).ShouldBe(("directory", "SeedDirectory"));
        page.Changes[0].Time.ShouldNotBeNull();
    }

    [Fact]
    public async Task ListChanges_AfterCommands_EachOnceInOrderOverAnyPages()
    {
        var feed = await FeedAsync();
        var start = await EndAsync(feed);
        var (units, groups) = (await directory.UnitsAsync(), await directory.GroupsAsync());
        await units.CreateUnitAsync(new() { UnitId = "fed", Unit = new() { DisplayName = "市供稿办", EnglishName = "Feed", Kind = UnitKind.Other }, EffectiveDate = "2026-01-01" });
        await units.LearnAliasAsync(new() { Resource = "units/fed", Alias = "供稿组" });
        await units.LearnAliasAsync(new() { Resource = "units/fed", Alias = "供稿组" });
        await groups.ChangeGroupMembersAsync(new() { Name = "groups/road-safety-members", Add = { "units/fed" } });
        await Should.ThrowAsync<RpcException>(async () => await units.AbolishUnitAsync(new() { Name = "units/fed", Successors = { "units/nowhere" } }));
        await units.AbolishUnitAsync(new() { Name = "units/fed" });
        string[] expected = ["units/fed CreateUnit", "units/fed LearnAlias", "groups/road-safety-members ChangeGroupMembers", "units/fed AbolishUnit"];
        foreach (var size in new[] { 1, 3, 100 })
        {
            var (seen, token, more) = (new List<string>(), start, true);
            while (more)
            {
                var page = await feed.ListChangesAsync(new() { PageSize = size, ResumeToken = token });
                seen.AddRange(page.Changes.Select(c => $"{c.Resource} {c.Action}"));
                (token, more) = (page.ResumeToken, page.More);
            }

            seen.Where(c => c.Contains("fed", StringComparison.Ordinal) || c.Contains("road-safety", StringComparison.Ordinal)).ShouldBe(expected);
        }
    }

    [Fact]
    public async Task WatchDirectory_ChangeWhileWatching_ToldAndResumable()
    {
        var (feed, units) = (await FeedAsync(), await directory.UnitsAsync());
        var deadline = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(60);
        using var watch = feed.WatchDirectory(new() { ResumeToken = await EndAsync(feed) }, deadline: deadline);
        await units.LearnAliasAsync(new() { Resource = "units/humen", Alias = "虎门一" });
        var first = await NextAsync(watch, "units/humen");
        using var resumed = feed.WatchDirectory(new() { ResumeToken = first }, deadline: deadline);
        await units.LearnAliasAsync(new() { Resource = "units/changan", Alias = "长安一" });
        await NextAsync(watch, "units/changan");
        await NextAsync(resumed, "units/changan");
    }

    [Theory]
    [InlineData("no token")]
    [InlineData("AAAA")]
    [InlineData("changes/-1")]
    [InlineData("changes/999999999")]
    [InlineData("changes/99999999999999999999")]
    public async Task ListChanges_ForeignToken_InvalidPageToken(string token)
    {
        var feed = await FeedAsync();
        var given = token.StartsWith("changes", StringComparison.Ordinal) ? Convert.ToBase64String(Encoding.ASCII.GetBytes(token)) : token;
        await feed.ListChangesAsync(new() { ResumeToken = given }).ShouldFailAsync(Reason.InvalidPageToken);
        await feed.ListChangesAsync(new() { PageSize = -1 }).ShouldFailAsync(Reason.InvalidField);
    }

    [Theory]
    [InlineData(null, StatusCode.Unauthenticated)]
    public async Task WatchDirectory_NoToken_Refused(string? token, StatusCode expected)
    {
        using var watch = new ChangeService.ChangeServiceClient(directory.Host.GrpcInvoker(token)).WatchDirectory(new());
        (await Should.ThrowAsync<RpcException>(() => watch.ResponseStream.MoveNext(CancellationToken.None))).StatusCode.ShouldBe(expected);
    }

    async Task<ChangeService.ChangeServiceClient> FeedAsync() => new(directory.Host.GrpcInvoker(await directory.TokenAsync()));

    static async Task<string> EndAsync(ChangeService.ChangeServiceClient feed) => (await feed.ListChangesAsync(new() { PageSize = 1000 })).ResumeToken;

    static async Task<string> NextAsync(AsyncServerStreamingCall<WatchDirectoryResponse> watch, string resource)
    {
        while (await watch.ResponseStream.MoveNext(CancellationToken.None))
        {
            if (watch.ResponseStream.Current.Changes.Any(c => c.Resource == resource)) return watch.ResponseStream.Current.ResumeToken;
        }

        throw new InvalidOperationException($"The stream ended before it told of {resource}.");
    }
}
