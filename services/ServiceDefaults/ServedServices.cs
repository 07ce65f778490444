using Google.Protobuf.Reflection;

namespace Suite.ServiceDefaults;

/// <summary>The gRPC services this process serves (or, for the gateway, forwards): what health and reflection answer about.</summary>
public sealed class ServedServices
{
    readonly List<ServiceDescriptor> _descriptors = [];
    readonly Dictionary<string, string?> _checks = [];

    public IReadOnlyList<ServiceDescriptor> Descriptors => _descriptors;

    /// <param name="check">Name of the readiness check that speaks for this service; null where all of the process do.</param>
    public void Add(ServiceDescriptor descriptor, string? check = null)
    {
        _descriptors.Add(descriptor);
        _checks[descriptor.FullName] = check;
    }

    public bool Contains(string fullName) => _checks.ContainsKey(fullName);

    /// <summary>Name of the one readiness check that speaks for a service; null where all do.</summary>
    public string? CheckOf(string fullName) => _checks.GetValueOrDefault(fullName);
}
