using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Shouldly;

namespace Suite.StandIns.Tests;

/// <summary>MassTransit's transport runs on an older RabbitMQ.Client than it was compiled against: everything it calls must be there.</summary>
public sealed class RabbitMqTransportTests
{
    const string Client = "RabbitMQ.Client";

    [Fact]
    public void Transport_OnTheClientAtHand_FindsEveryMemberItUses()
    {
        var transport = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "MassTransit.RabbitMqTransport.dll"));
        using var file = new PEReader(File.OpenRead(transport.Location));
        var metadata = file.GetMetadataReader();

        var used = metadata.MemberReferences.Where(member => IsOfClient(metadata, member)).ToList();

        used.Count.ShouldBeGreaterThan(100);
        used.Where(member => !Resolves(transport, member)).Select(member => Name(metadata, member)).ShouldBeEmpty();
    }

    static bool IsOfClient(MetadataReader metadata, MemberReferenceHandle member) =>
        metadata.GetMemberReference(member).Parent is { Kind: HandleKind.TypeReference } parent
        && Scope(metadata, (TypeReferenceHandle)parent) == Client;

    /// <summary>The assembly a type, or the type it is nested in, comes from.</summary>
    static string Scope(MetadataReader metadata, TypeReferenceHandle type) => metadata.GetTypeReference(type).ResolutionScope switch
    {
        { Kind: HandleKind.AssemblyReference } assembly => metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)assembly).Name),
        { Kind: HandleKind.TypeReference } outer => Scope(metadata, (TypeReferenceHandle)outer),
        _ => "",
    };

    static bool Resolves(Assembly assembly, MemberReferenceHandle member)
    {
        try
        {
            return assembly.ManifestModule.ResolveMember(MetadataTokens.GetToken(member)) is not null;
        }
        catch (Exception missing) when (missing is MissingMemberException or TypeLoadException or FileLoadException)
        {
            return false;
        }
    }

    static string Name(MetadataReader metadata, MemberReferenceHandle member)
    {
        var found = metadata.GetMemberReference(member);
        var type = metadata.GetTypeReference((TypeReferenceHandle)found.Parent);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(found.Name)}";
    }
}
