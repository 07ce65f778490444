using Google.Protobuf.Reflection;

namespace Suite.Contracts;

/// <summary>The contract as protoc understood it, comments included.</summary>
public static class ContractDescriptors
{
    /// <summary>Every proto file of the contract and all they import, each after its imports.</summary>
    public static FileDescriptorSet Read()
    {
        using var resource = typeof(ContractDescriptors).Assembly.GetManifestResourceStream("contract.binpb")
            ?? throw new InvalidOperationException("The assembly was built without contract.binpb.");
        return FileDescriptorSet.Parser.ParseFrom(resource);
    }
}
