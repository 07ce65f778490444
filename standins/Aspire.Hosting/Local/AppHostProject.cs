using System.Reflection;
using Aspire.Hosting.Testing;

namespace Aspire.Hosting.Local;

/// <summary>Where the host's project file lies, as the build recorded it in the entry assembly.</summary>
internal static class AppHostProject
{
    private const string Key = "apphostprojectpath";

    public static string? Directory() => (InterceptedBuild.Current?.Host ?? Assembly.GetEntryAssembly())?.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(a => a.Key == Key)?.Value;
}
