using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Compression;
using Shouldly;

namespace Suite.StandIns.Tests;

/// <summary>The real assemblies find everything they were compiled against.</summary>
public sealed class BindingTests
{
    /// <summary>Fill the places of type parameters while members of generic types are looked up.</summary>
    static readonly Type[] AnyTypes = [.. Enumerable.Repeat(typeof(object), 8)];

    public static TheoryData<string> RealAssemblies =>
        [typeof(GrpcServiceOptions).Assembly.Location, typeof(GrpcChannel).Assembly.Location];

    [Theory]
    [MemberData(nameof(RealAssemblies))]
    public void References_ToWhatIsStoodInFor_HaveItsNameVersionAndKey(string path)
    {
        var referred = Assembly.LoadFrom(path).GetReferencedAssemblies().Select(name => name.FullName).ToList();
        referred.ShouldContain(typeof(Metadata).Assembly.FullName);
        referred.ShouldContain(typeof(ICompressionProvider).Assembly.FullName);
    }

    [Theory]
    [MemberData(nameof(RealAssemblies))]
    public void Members_ThatAreReferredTo_AllExist(string path)
    {
        var module = Assembly.LoadFrom(path).ManifestModule;
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        var handles = metadata.MemberReferences
            .Where(handle => IsStoodIn(metadata, metadata.GetMemberReference(handle).Parent))
            .ToList();

        handles.Count.ShouldBeGreaterThan(50);
        foreach (var handle in handles)
            module.ResolveMember(MetadataTokens.GetToken(handle), AnyTypes, AnyTypes).ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(RealAssemblies))]
    public void Types_ThatDeriveOrImplement_AllLoad(string path) => Assembly.LoadFrom(path).GetTypes().ShouldNotBeEmpty();

    static bool IsStoodIn(MetadataReader metadata, EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeReference => IsStoodIn(metadata, metadata.GetTypeReference((TypeReferenceHandle)type).ResolutionScope),
        HandleKind.AssemblyReference => metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type).Name)
            is "Grpc.Core.Api" or "Grpc.Net.Common",
        HandleKind.TypeSpecification => IsStoodIn(metadata, GenericType(metadata, (TypeSpecificationHandle)type)),
        _ => false,
    };

    /// <summary>The type of which this is an instance with arguments (ECMA-335 II.23.2.14); nil for arrays and the like.</summary>
    static EntityHandle GenericType(MetadataReader metadata, TypeSpecificationHandle handle)
    {
        var signature = metadata.GetBlobReader(metadata.GetTypeSpecification(handle).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return default;
        signature.ReadSignatureTypeCode();
        return signature.ReadTypeHandle();
    }
}
