using System.Text;
using Grpc.Core;
using Shouldly;

namespace Suite.ServiceDefaults.Tests;

/// <summary>Random requests: whatever comes in, the service never says that the fault is its own. A seed makes each run repeatable.</summary>
public sealed class FuzzTests(ShelfServer server) : IClassFixture<ShelfServer>, IDisposable
{
    const int Rounds = 2_000;
    const int Seed = 20240301;

    readonly RawGrpc _raw = new(server.Grpc);

    public void Dispose() => _raw.Dispose();

    [Fact]
    public async Task Post_RandomBodies_AreNeverAnsweredWith5xx()
    {
        var nonsense = new Nonsense(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            var body = nonsense.Body();
            var answer = await server.Client.JsonAsync(HttpMethod.Post, "/v1/kinds:echo", body);

            ((int)answer.Status).ShouldBeLessThan(500, $"round {round}: {Encoding.UTF8.GetString(body)}");
            if ((int)answer.Status != 200) answer.Reason.ShouldNotBeNullOrEmpty($"round {round}: {Encoding.UTF8.GetString(body)}");
        }
    }

    [Fact]
    public async Task Get_RandomQueries_AreNeverAnsweredWith5xx()
    {
        var nonsense = new Nonsense(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            var query = nonsense.Query();
            var answer = await server.Client.JsonAsync(HttpMethod.Get, $"/v1/kinds?{query}");

            ((int)answer.Status).ShouldBeLessThan(500, $"round {round}: {query}");
        }
    }

    [Fact]
    public async Task Call_RandomMessages_AreNeverInternalOrUnknown()
    {
        var nonsense = new Nonsense(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            var body = nonsense.Message();
            var status = await _raw.CallAsync("/suite.testing.v1.ShelfService/Echo", body);

            status.Code.ShouldBeOneOf([StatusCode.OK, StatusCode.InvalidArgument, StatusCode.ResourceExhausted, StatusCode.Unimplemented]);
            if (status.Code != StatusCode.OK) status.Reason.ShouldNotBeNullOrEmpty($"round {round}: {Convert.ToHexString(body)}");
        }
    }
}
