using Shouldly;
using Suite.Testing;

namespace Suite.Indicators.Tests.Api;

/// <summary>Not beside tests that let tasks run: a rebuilding of everything is among the calls.</summary>
[Collection(nameof(Suite.Tasks))]
public sealed class RightsTests(IndicatorsService suite)
{
    [Fact]
    public async Task EveryMethod_EveryRole_AsDeclared() =>
        (await DeclaredRights.DeviationsAsync(suite.Host.GrpcInvoker, "suite.indicators.v1")).ShouldBeEmpty();

    [Fact]
    public async Task EveryMethod_TokenThatCannotBeAccepted_AsksForOne() =>
        (await DeclaredRights.AcceptedBadTokensAsync(suite.Host.GrpcInvoker, "suite.indicators.v1")).ShouldBeEmpty();
}
