namespace Aspire.Hosting.ApplicationModel;

/// <summary>A .NET project of the solution, run from its build output.</summary>
public sealed class ProjectResource
    : Resource, IResourceWithEnvironment, IResourceWithArgs, IResourceWithServiceDiscovery, IResourceWithWaitSupport
{
    internal ProjectResource(string name, IProjectMetadata metadata) : base(name) =>
        (ProjectPath, AssemblyPath) = (metadata.ProjectPath, metadata.AssemblyPath);

    internal string ProjectPath { get; }

    internal string AssemblyPath { get; }
}
