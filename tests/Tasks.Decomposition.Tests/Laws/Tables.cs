namespace Suite.Tasks.Decomposition.Tests.Laws;

/// <summary>The tables at hand: the sample, the plan the suite starts with, and the real one where it lies beside the project.</summary>
internal static class Tables
{
    internal static IEnumerable<string> All()
    {
        yield return Samples.Table;
        if (Seeds() is { } seeds) yield return File.ReadAllText(seeds);
        if (SharedFiles.Table is { } real) yield return File.ReadAllText(real);
    }

    private static string? Seeds()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "seeds", "plan-2024.txt") is var file && File.Exists(file)) return file;
        return null;
    }
}
