using System.Reflection;
using Google.Protobuf.Reflection;
using Suite.Tasks.V1;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Suite.Gateway.Routing;

/// <summary>The contract as it was compiled in: every service of every proto file of the suite's services.</summary>
static class Contract
{
    /// <summary>The backend that serves a proto package, by the name the AppHost gives it.</summary>
    static readonly Dictionary<string, string> Backends = new()
    {
        ["suite.directory.v1"] = "directory",
        ["suite.tasks.v1"] = "tasks",
        ["suite.indicators.v1"] = "indicators",
        ["suite.reporting.v1"] = "reporting",
    };

    public static IReadOnlyList<string> BackendNames { get; } = [.. Backends.Values];

    public static IReadOnlyList<ServiceDescriptor> Services { get; } =
    [
        .. Files(typeof(Plan).Assembly).SelectMany(f => f.Services).Where(s => s.File.Package.StartsWith("suite.", StringComparison.Ordinal))
            .OrderBy(s => s.FullName, StringComparer.Ordinal),
    ];

    /// <exception cref="InvalidOperationException">A service of the contract that no backend serves.</exception>
    public static string BackendOf(ServiceDescriptor service) => Backends.GetValueOrDefault(service.File.Package)
        ?? throw new InvalidOperationException($"{service.FullName}: no backend is known to serve the package {service.File.Package}.");

    /// <summary>protoc makes one static class a file, with the file's descriptor.</summary>
    static IEnumerable<FileDescriptor> Files(Assembly assembly) =>
        assembly.GetTypes().Where(t => t is { IsAbstract: true, IsSealed: true })
            .Select(t => t.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null)).OfType<FileDescriptor>();
}
