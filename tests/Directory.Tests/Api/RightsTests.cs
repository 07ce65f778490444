using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Suite.Auth.V1;
using Suite.Directory.Storage;
using Suite.Directory.V1;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Storage;
using Suite.Testing;

namespace Suite.Directory.Tests.Api;

/// <summary>The rules through the real door, what is told about them, and what the audit says of refusals.</summary>
public sealed class RightsTests(AccessTests.TrustingDirectory directory) : IClassFixture<AccessTests.TrustingDirectory>
{
    RightsService.RightsServiceClient Rights => new(directory.Host.GrpcInvoker(TestTokens.For(Role.Observer)));

    [Fact]
    public async Task EveryMethod_EveryRole_AsDeclared() =>
        (await DeclaredRights.DeviationsAsync(directory.Host.GrpcInvoker, "suite.directory.v1")).ShouldBeEmpty();

    [Fact]
    public async Task EveryMethod_TokenThatCannotBeAccepted_AsksForOne() =>
        (await DeclaredRights.AcceptedBadTokensAsync(directory.Host.GrpcInvoker, "suite.directory.v1")).ShouldBeEmpty();

    [Fact]
    public async Task WhoMay_OneMethod_ItsGrants()
    {
        var rights = (await Rights.WhoMayAsync(new() { Method = "suite.tasks.v1.ProgressService.SubmitProgressReport" })).Methods.Single();
        rights.JsonPaths.ShouldBe(["POST /v1/{name=plans/*/tasks/*/reports/*}:submit"]);
        rights.Grants.Single().Roles.ShouldBe([Role.Reporter, Role.Approver]);
        (rights.Grants[0].Scope, rights.ResourceField, rights.Anonymous).ShouldBe((Scope.OwnUnit, "name", false));
        rights.Summary.ShouldStartWith("The unit sends an approved report");
    }

    [Fact]
    public async Task WhoMay_Paged_EachMethodOnceAndRolesFilter()
    {
        var (seen, request) = (new List<string>(), new WhoMayRequest { PageSize = 7, Role = Role.Observer });
        do
        {
            var page = await Rights.WhoMayAsync(request);
            seen.AddRange(page.Methods.Select(m => m.Method));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        seen.ShouldBe(seen.Distinct().Order(StringComparer.Ordinal));
        seen.ShouldContain("suite.directory.v1.UnitService.ListUnits");
        seen.ShouldNotContain("suite.tasks.v1.PlanService.IssuePlan");
    }

    [Fact]
    public async Task WhoMay_NoSuchMethodOrRole_InvalidField()
    {
        await Rights.WhoMayAsync(new() { Method = "suite.tasks.v1.Nothing" }).ShouldFailAsync(Reason.InvalidField);
        await Rights.WhoMayAsync(new() { Role = (Role)99 }).ShouldFailAsync(Reason.InvalidField);
        await Rights.WhoMayAsync(new() { PageToken = "x" }).ShouldFailAsync(Reason.InvalidPageToken);
    }

    [Fact]
    public async Task Refusal_OfARole_IsInTheAuditThirtyTimesAMinuteThenCounted()
    {
        var token = TestTokens.For("curious", [Role.Reporter], "units/humen");
        var accounts = new AccountService.AccountServiceClient(directory.Host.GrpcInvoker(token));
        for (var n = 0; n < RefusalLimit.PerMinute + 5; n++) await accounts.GetAccountAsync(new() { Name = "accounts/admin" }).ShouldFailAsync(Reason.RoleNotAllowed);
        await using var scope = directory.Host.Services.CreateAsyncScope();
        var refusals = await scope.ServiceProvider.GetRequiredService<DirectoryDbContext>().AuditEntries.AsNoTracking()
            .Where(e => e.Actor == "curious").OrderBy(e => e.Sequence).ToListAsync();
        refusals.Count.ShouldBe(RefusalLimit.PerMinute);
        (refusals[0].Action, refusals[0].Resource).ShouldBe(("Refused", "/suite.directory.v1.AccountService/GetAccount"));
        JsonDocument.Parse(refusals[0].Detail).RootElement.GetProperty("reason").GetString().ShouldBe("ROLE_NOT_ALLOWED");
    }
}
