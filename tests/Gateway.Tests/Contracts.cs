using Google.Protobuf.Reflection;
using Suite.Tasks.V1;

namespace Suite.Gateway.Tests;

/// <summary>The contract, found another way than the gateway finds it: by the proto files' own names.</summary>
static class Contracts
{
    public static IReadOnlyList<MethodDescriptor> Methods { get; } =
    [
        .. typeof(Plan).Assembly.GetTypes().Where(t => t.Name.EndsWith("Reflection", StringComparison.Ordinal))
            .Select(t => t.GetProperty("Descriptor")?.GetValue(null)).OfType<FileDescriptor>()
            .Where(f => f.Name.StartsWith("suite/", StringComparison.Ordinal)).SelectMany(f => f.Services).SelectMany(s => s.Methods),
    ];
}
