using System.Reflection;

namespace Aspire.Hosting.Local;

/// <summary>Where the host's project file lies, as the build recorded it in the entry assembly.</summary>
internal static class AppHostProject
{
    private const string Key = "apphostprojectpath";

    public static string? Directory() => Assembly.GetEntryAssembly()?.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(a => a.Key == Key)?.Value;
}
