using Suite.Auth.V1;
using Suite.Testing;

namespace Suite.Year.Tests;

public sealed class AuditTests(YearRun year)
{
    [Fact]
    public async Task Chains_OfAllServices_AreIntact()
    {
        var admin = TestTokens.For(Role.Admin);
        var tasks = await new Suite.Tasks.V1.AuditService.AuditServiceClient(year.Suite.Tasks.GrpcInvoker(admin)).VerifyAuditAsync(new());
        tasks.Faults.ShouldBeEmpty();
        // Every report is made, signed off, submitted and accepted, each step with its entry.
        tasks.Entries.ShouldBeGreaterThan(5000);
        (await new Suite.Indicators.V1.AuditService.AuditServiceClient(year.Suite.Indicators.GrpcInvoker(admin)).VerifyAuditAsync(new())).Faults.ShouldBeEmpty();
        (await new Suite.Reporting.V1.AuditService.AuditServiceClient(year.Suite.Reporting.GrpcInvoker(admin)).VerifyAuditAsync(new())).Faults.ShouldBeEmpty();
    }
}
