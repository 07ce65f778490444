namespace Suite.Tasks.Decomposition.Tests;

/// <summary>The real table and its labelled answers, which lie beside the project where they are at hand.</summary>
internal static class SharedFiles
{
    internal const string Absent = "Not run: ../shared (the real table and its labelled answers) is not at hand.";

    internal static string? Root { get; } = Find();

    internal static string? Table => Existing("seeds/key-work-table-2024.txt");

    internal static string? Gold => Existing("gold/tasks.jsonl") is { } tasks ? Path.GetDirectoryName(tasks) : null;

    private static string? Existing(string name) =>
        Root is not null && File.Exists(Path.Combine(Root, name)) ? Path.Combine(Root, name) : null;

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.Directory.Exists(Path.Combine(folder.FullName, "shared", "seeds"))) return Path.Combine(folder.FullName, "shared");
        return null;
    }
}
