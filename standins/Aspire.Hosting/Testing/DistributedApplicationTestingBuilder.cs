using System.Reflection;

namespace Aspire.Hosting.Testing;

/// <summary>Applications for tests: their data is in a folder of their own, which goes with them, and they print nothing.</summary>
public static class DistributedApplicationTestingBuilder
{
    /// <summary>
    /// Takes settings: <c>--SUITE_DATA=…</c> puts the data where it stays, <c>--SUITE_LOGS=tasks</c> shows a resource's lines, and so on.
    /// </summary>
    public static IDistributedApplicationBuilder Create(params string[] args) =>
        DistributedApplication.CreateBuilder(OwnFolder(args));

    /// <summary>
    /// The model of another project's Program.cs: runs that up to its <c>Build()</c> and hands the builder over. Settings come before
    /// <paramref name="args"/>, as in <see cref="Create"/>.
    /// </summary>
    public static async Task<IDistributedApplicationBuilder> CreateAsync<TEntryPoint>(params string[] args)
        where TEntryPoint : IProjectMetadata, new()
    {
        var host = Assembly.LoadFrom(new TEntryPoint().AssemblyPath);
        return await InterceptedBuild.RunAsync(host, OwnFolder(args));
    }

    private static string[] OwnFolder(string[] args)
    {
        string[] quiet = ["--SUITE_LOGS=none", .. args];
        return args.Any(arg => arg.StartsWith("--SUITE_DATA=", StringComparison.Ordinal))
            ? quiet
            : [$"--SUITE_DATA={Path.Combine(Path.GetTempPath(), $"suite-test-{Guid.NewGuid():n}")}", "--SUITE_DATA_IS_TEMPORARY=true", .. quiet];
    }
}
