using Google.Protobuf.Reflection;

namespace Suite.ServiceDefaults;

/// <summary>The gRPC services this process serves (or, for the gateway, forwards): what health and reflection answer about.</summary>
public sealed class ServedServices
{
    readonly List<ServiceDescriptor> _descriptors = [];

    public IReadOnlyList<ServiceDescriptor> Descriptors => _descriptors;

    public void Add(ServiceDescriptor descriptor) => _descriptors.Add(descriptor);
}
