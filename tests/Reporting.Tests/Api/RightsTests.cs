using Shouldly;
using Suite.Testing;

namespace Suite.Reporting.Tests.Api;

public sealed class RightsTests(ReportingService suite)
{
    [Fact]
    public async Task EveryMethod_EveryRole_AsDeclared() =>
        (await DeclaredRights.DeviationsAsync(suite.Host.GrpcInvoker, "suite.reporting.v1")).ShouldBeEmpty();

    [Fact]
    public async Task EveryMethod_TokenThatCannotBeAccepted_AsksForOne() =>
        (await DeclaredRights.AcceptedBadTokensAsync(suite.Host.GrpcInvoker, "suite.reporting.v1")).ShouldBeEmpty();
}
