using System.Globalization;
using Grpc.Core;
using Shouldly;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;

namespace Suite.ServiceDefaults.Tests;

/// <summary>The same failure through both doors.</summary>
public sealed class ErrorTests(ShelfServer server) : IClassFixture<ShelfServer>
{
    public static TheoryData<Reason> Reasons => [.. Enum.GetValues<Reason>().Where(r => r != Reason.Unspecified)];

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task Fail_EveryReason_IsTheSameThroughBothDoors(Reason reason)
    {
        var number = (int)reason;
        var (status, problem) = await Answers.RefusalAsync(async () =>
            await server.Shelf.FailAsync(new() { Reason = number }, cancellationToken: TestContext.Current.CancellationToken));
        var json = await server.Client.JsonAsync(HttpMethod.Post, "/v1/fail", string.Create(CultureInfo.InvariantCulture, $$"""{"reason":{{number}}}"""));

        problem.Reason.ShouldBe(reason);
        status.ShouldBe(ProblemStatus.Of(reason));
        json.ContentType.ShouldBe("application/problem+json");
        ((int)json.Status).ShouldBe(ProblemStatus.Http(status, reason));
        json.Member("status").ShouldBe(((int)json.Status).ToString(CultureInfo.InvariantCulture));
        json.Reason.ShouldBe(RpcProblem.ReasonName(reason));
        json.Fields.ShouldBe(problem.Violations.Select(v => v.Field));
        if (reason != Reason.Defect) json.Detail.ShouldBe(problem.Message);
    }

    [Fact]
    public async Task Fail_NotFound_NamesTheResourceThroughBothDoors()
    {
        var (_, problem) = await Answers.RefusalAsync(async () =>
            await server.Shelf.FailAsync(new() { Reason = (int)Reason.NotFound }, cancellationToken: TestContext.Current.CancellationToken));
        var json = await server.Client.JsonAsync(HttpMethod.Post, "/v1/fail", $$"""{"reason":{{(int)Reason.NotFound}}}""");

        problem.Resource.ShouldBe(new("Book", "shelves/1/books/2"));
        json.Body.GetProperty("resource").GetProperty("name").GetString().ShouldBe("shelves/1/books/2");
    }

    [Fact]
    public async Task Fail_Defect_KeepsItsSecretAndGivesATraceId()
    {
        var (status, problem) = await Answers.RefusalAsync(async () =>
            await server.Shelf.FailAsync(new() { Reason = (int)Reason.Defect }, cancellationToken: TestContext.Current.CancellationToken));

        status.ShouldBe(StatusCode.Internal);
        problem.Message.ShouldNotContain("secret");
        problem.Metadata["traceId"].Length.ShouldBe(32);
    }
}
