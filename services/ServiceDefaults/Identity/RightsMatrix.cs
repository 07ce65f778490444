using System.Reflection;
using Google.Protobuf.Reflection;
using Suite.Auth.V1;
using Suite.Contracts;
using Suite.ServiceDefaults.Transcoding;

namespace Suite.ServiceDefaults.Identity;

/// <summary>Who may call one method, as its proto declares.</summary>
/// <param name="Method">Full name, e.g. <c>suite.tasks.v1.PlanService.IssuePlan</c>.</param>
/// <param name="JsonPaths">Verb and path, e.g. <c>POST /v1/{name=plans/*}:issue</c>; empty for a method without one.</param>
/// <param name="ResourceField">The request field that names the resource the scopes are about; empty where none is.</param>
/// <param name="Summary">First sentence of the method's comment.</param>
public sealed record MethodRights(
    MethodDescriptor Method, IReadOnlyList<string> JsonPaths, bool Anonymous, IReadOnlyList<Grant> Grants, string ResourceField, string Summary)
{
    /// <summary>What the role is granted; empty for nothing.</summary>
    public IEnumerable<Scope> ScopesOf(Role role) => Grants.Where(g => g.Roles.Contains(role)).Select(g => g.Scope).Distinct().Order();
}

/// <summary>Every method of the suite's contract with its rule.</summary>
public static class RightsMatrix
{
    static readonly Lazy<IReadOnlyList<MethodRights>> All = new(Build);

    /// <summary>In order of their full names.</summary>
    /// <exception cref="InvalidOperationException">A method declares no rule, or one that cannot be enforced.</exception>
    public static IReadOnlyList<MethodRights> Methods => All.Value;

    static IReadOnlyList<MethodRights> Build()
    {
        var summaries = ContractComments.Summaries(ContractDescriptors.Read());
        return
        [
            .. Files(typeof(ContractDescriptors).Assembly).SelectMany(f => f.Services).Where(s => s.File.Package.StartsWith("suite.", StringComparison.Ordinal))
                .SelectMany(s => s.Methods).OrderBy(m => m.FullName, StringComparer.Ordinal).Select(m => Of(m, summaries)),
        ];
    }

    static MethodRights Of(MethodDescriptor method, IReadOnlyDictionary<string, string> summaries)
    {
        var rule = MethodRule.Of(method);
        return new(method, [.. HttpBinding.Of(method).Select(b => $"{b.Verb} {b.Template}")], rule.Anonymous, rule.Grants,
            method.GetOptions().GetExtension(RuleExtensions.Rule).Resource, summaries.GetValueOrDefault(method.FullName, ""));
    }

    /// <summary>protoc makes one static class a file, with the file's descriptor.</summary>
    static IEnumerable<FileDescriptor> Files(Assembly assembly) =>
        assembly.GetTypes().Where(t => t is { IsAbstract: true, IsSealed: true })
            .Select(t => t.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null)).OfType<FileDescriptor>();
}
