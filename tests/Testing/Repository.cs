namespace Suite.Testing;

/// <summary>Where the tests find the repository's files.</summary>
public static class Repository
{
    /// <summary>The folder of Suite.sln.</summary>
    public static string Root { get; } = Find();

    /// <summary>
    /// A file of the real table or its gold data, which lie beside the repository; null where they do not, for tests that then
    /// say they were not run.
    /// </summary>
    /// <param name="path">Path under the folder <c>shared</c>, e.g. <c>gold/tasks.jsonl</c>.</param>
    public static string? Shared(string path) =>
        Path.Combine(Root, "..", "shared", path) is var file && File.Exists(file) ? file : null;

    /// <summary>The folder of a service, or, for what is not one, the folder of that name in lower case at the root.</summary>
    public static string Project(string name) =>
        Path.Combine(Root, "services", name) is var service && System.IO.Directory.Exists(service) ? service : Path.Combine(Root, name.ToLowerInvariant());

    static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Suite.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Suite.sln.");
    }
}
