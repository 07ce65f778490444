using Google.Protobuf.Reflection;
using Suite.Auth.V1;

namespace Suite.ServiceDefaults.Identity;

/// <summary>The declared rule of every method this process serves, by full method name ("/package.Service/Method").</summary>
public sealed class MethodRules
{
    readonly Dictionary<string, MethodRule> _rules = [];

    /// <exception cref="InvalidOperationException">A method has no rule, or one that cannot be enforced.</exception>
    public void Add(ServiceDescriptor service)
    {
        foreach (var method in service.Methods) _rules[MethodName(method)] = MethodRule.Of(method);
    }

    public MethodRule Of(string method) =>
        _rules.TryGetValue(method, out var rule) ? rule : throw new InvalidOperationException($"{method} was mapped without its rule.");

    public static string MethodName(MethodDescriptor method) => $"/{method.Service.FullName}/{method.Name}";
}

/// <summary>One method's rule, ready to be asked.</summary>
public sealed record MethodRule(bool Anonymous, IReadOnlyList<Grant> Grants, FieldDescriptorPath? Resource)
{
    static readonly Scope[] Unrelated = [Scope.Any, Scope.Issued];

    public static MethodRule Of(MethodDescriptor method)
    {
        var rule = method.GetOptions()?.GetExtension(RuleExtensions.Rule);
        if (rule is null || (!rule.Anonymous && rule.Grants.Count == 0))
            throw new InvalidOperationException($"{method.FullName} declares no suite.auth.v1.rule: say who may call it.");
        if (rule.Grants.Any(g => g.Scope == Scope.Unspecified || g.Roles.Count == 0 || g.Roles.Contains(Role.Unspecified)))
            throw new InvalidOperationException($"{method.FullName} has a grant without roles or scope.");
        if (rule.Resource.Length == 0 && rule.Grants.Any(g => !Unrelated.Contains(g.Scope)))
            throw new InvalidOperationException($"{method.FullName} grants a scope about a resource but does not name the field that holds it.");
        if (rule.Grants.Any(g => g.Scope == Scope.Jurisdiction) && rule.Grants.Any(g => g.Scope == Scope.Issued))
            throw new InvalidOperationException($"{method.FullName} is for a plan's own office and for everybody; it can't be both.");
        if (rule.Resource.Length > 0 && method.IsClientStreaming)
            throw new InvalidOperationException($"{method.FullName} streams its requests, so its rule cannot look into one.");
        return new(rule.Anonymous, rule.Grants, rule.Resource.Length == 0 ? null : FieldDescriptorPath.Of(method.InputType, rule.Resource));
    }

    /// <summary>True where each resource has an office of its own: who may reach any still reaches none of another's.</summary>
    public bool KnowsJurisdictions => Grants.Any(g => g.Scope == Scope.Jurisdiction);

    /// <summary>The scopes granted to any of the roles.</summary>
    public IReadOnlySet<Scope> ScopesFor(IReadOnlySet<Role> roles) =>
        Grants.Where(g => g.Roles.Any(roles.Contains)).Select(g => g.Scope).ToHashSet();

    /// <summary>True when one of the scopes asks nothing about the resource.</summary>
    public static bool AsksNothing(IReadOnlySet<Scope> scopes) => Unrelated.Any(scopes.Contains);
}
