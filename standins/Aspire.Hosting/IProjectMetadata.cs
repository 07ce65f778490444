namespace Aspire.Hosting;

/// <summary>Implemented by the classes <c>Projects.X</c>, which the build makes from the host's project references.</summary>
public interface IProjectMetadata
{
    /// <summary>Absolute path of the project file.</summary>
    string ProjectPath { get; }

    /// <summary>Absolute path of the assembly the build produced. The original starts projects through the SDK and has no such member.</summary>
    string AssemblyPath { get; }
}
