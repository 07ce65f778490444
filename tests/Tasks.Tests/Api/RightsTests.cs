using Shouldly;
using Suite.Testing;

namespace Suite.Tasks.Tests.Api;

public sealed class RightsTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task EveryMethod_EveryRole_AsDeclared() =>
        (await DeclaredRights.DeviationsAsync(suite.Grpc, "suite.tasks.v1")).ShouldBeEmpty();

    [Fact]
    public async Task EveryMethod_TokenThatCannotBeAccepted_AsksForOne() =>
        (await DeclaredRights.AcceptedBadTokensAsync(suite.Grpc, "suite.tasks.v1")).ShouldBeEmpty();
}
