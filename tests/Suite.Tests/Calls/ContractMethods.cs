using System.Reflection;
using System.Text.RegularExpressions;
using Google.Api;
using Google.Protobuf.Reflection;
using Suite.Auth.V1;
using Suite.Tasks.V1;
using MethodDescriptor = Google.Protobuf.Reflection.MethodDescriptor;

namespace Suite.Tests.Calls;

/// <summary>The methods of the contract as its descriptors have them.</summary>
public static partial class ContractMethods
{
    public static IReadOnlyList<MethodDescriptor> All { get; } =
    [
        .. from type in typeof(PlanService).Assembly.GetTypes()
           let property = type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)
           where property?.PropertyType == typeof(FileDescriptor)
           from service in ((FileDescriptor)property.GetValue(null)!).Services
           where service.FullName.StartsWith("suite.", StringComparison.Ordinal)
           from method in service.Methods
           orderby method.FullName
           select method,
    ];

    public static Rule RuleOf(MethodDescriptor method) => method.GetOptions().GetExtension(RuleExtensions.Rule);

    /// <summary>A request to the method's JSON door, with "x" for every variable part of the path.</summary>
    public static (HttpMethod Verb, string Path) DoorOf(MethodDescriptor method)
    {
        var http = method.GetOptions().GetExtension(AnnotationsExtensions.Http);
        var (verb, template) = http.PatternCase switch
        {
            HttpRule.PatternOneofCase.Get => (HttpMethod.Get, http.Get),
            HttpRule.PatternOneofCase.Post => (HttpMethod.Post, http.Post),
            HttpRule.PatternOneofCase.Patch => (HttpMethod.Patch, http.Patch),
            HttpRule.PatternOneofCase.Put => (HttpMethod.Put, http.Put),
            HttpRule.PatternOneofCase.Delete => (HttpMethod.Delete, http.Delete),
            _ => throw new InvalidOperationException($"{method.FullName} has no JSON door."),
        };
        return (verb, Variables.Replace(template, v => v.Groups["pattern"].Success ? v.Groups["pattern"].Value : "*").Replace('*', 'x').TrimStart('/'));
    }

    [GeneratedRegex(@"\{[^=}]+(=(?<pattern>[^}]*))?\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Variables { get; }
}
