using Google.Protobuf.Reflection;
using Shouldly;
using Suite.Auth.V1;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Identity;
using Suite.Testing;

namespace Suite.ServiceDefaults.Tests;

/// <summary>Every method of the contract × every role × every relation to the resource: allowed or refused as the protos declare.</summary>
public sealed class RightsMatrixTests
{
    /// <summary>How a caller can stand to a resource, and which scopes that is. A caller without a unit can still be a leader.</summary>
    static readonly Dictionary<string, Scope[]> Relations = new()
    {
        ["own"] = [Scope.OwnUnit], ["led"] = [Scope.LedTask], ["led and own"] = [Scope.OwnUnit, Scope.LedTask], ["supported"] = [Scope.SupportedTask],
        ["portfolio"] = [Scope.Portfolio], ["own office"] = [Scope.Jurisdiction], ["foreign"] = [], ["no unit"] = [],
    };

    public static TheoryData<string> Methods => [.. RightsMatrix.Methods.Select(m => m.Method.FullName)];

    [Fact]
    public void Methods_OfTheContract_AllDeclared() => RightsMatrix.Methods.Count.ShouldBeGreaterThan(50);

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Call_EachRoleAndRelation_AsDeclared(string name)
    {
        var method = RightsMatrix.Methods.Single(m => m.Method.FullName == name).Method;
        foreach (var role in Enum.GetValues<Role>())
        foreach (var (relation, held) in Relations)
        {
            var (allowed, reason) = Declared(method, role, held);
            var decision = await InterceptedCall.DecideAsync(method, role, relation == "no unit" ? null : "units/a", held);
            decision.ShouldBe(allowed ? null : reason, $"{name} as {role}, {relation}");
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Call_WithoutToken_OnlyWhereDeclaredAnonymous(string name)
    {
        var rights = RightsMatrix.Methods.Single(m => m.Method.FullName == name);
        (await InterceptedCall.DecideAsync(rights.Method, null, null, [])).ShouldBe(rights.Anonymous ? null : Reason.TokenRequired);
    }

    [Fact]
    public void Page_InDocs_IsUpToDate()
    {
        var file = Path.Combine(Repository.Root, "docs", "rights.md");
        var page = RightsPage.Of(RightsMatrix.Methods);
        if (Environment.GetEnvironmentVariable("SUITE_WRITE_DOCS") == "1") File.WriteAllText(file, page);
        (File.Exists(file) ? File.ReadAllText(file) : "").ShouldBe(page, "docs/rights.md is old: run this test with SUITE_WRITE_DOCS=1 to write it anew.");
    }

    /// <summary>The rule read straight from the proto's option, without the code that enforces it.</summary>
    static (bool Allowed, Reason Refusal) Declared(MethodDescriptor method, Role role, Scope[] held)
    {
        var rule = method.GetOptions().GetExtension(RuleExtensions.Rule);
        if (rule.Anonymous) return (true, default);
        var scopes = rule.Grants.Where(g => role != Role.Unspecified && g.Roles.Contains(role)).Select(g => g.Scope).ToList();
        if (scopes.Count == 0) return (false, Reason.RoleNotAllowed);
        // Where each resource has an office of its own, any is any but those of another's.
        var any = rule.Grants.All(g => g.Scope != Scope.Jurisdiction) || held.Contains(Scope.Jurisdiction);
        return (scopes.Any(s => s is Scope.Issued || (s is Scope.Any && any) || held.Contains(s)), Reason.OutOfScope);
    }
}
