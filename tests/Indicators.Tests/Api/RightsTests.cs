using Shouldly;
using Suite.Testing;

namespace Suite.Indicators.Tests.Api;

public sealed class RightsTests(IndicatorsService suite)
{
    [Fact]
    public async Task EveryMethod_EveryRole_AsDeclared() =>
        (await DeclaredRights.DeviationsAsync(suite.Host.GrpcInvoker, "suite.indicators.v1")).ShouldBeEmpty();

    [Fact]
    public async Task EveryMethod_TokenThatCannotBeAccepted_AsksForOne() =>
        (await DeclaredRights.AcceptedBadTokensAsync(suite.Host.GrpcInvoker, "suite.indicators.v1")).ShouldBeEmpty();
}
