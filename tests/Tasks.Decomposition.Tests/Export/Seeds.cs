namespace Suite.Tasks.Decomposition.Tests.Export;

/// <summary>The plan the suite starts with.</summary>
internal static class Seeds
{
    internal static string Plan { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "seeds", "plan-2024.txt") is var plan && File.Exists(plan)) return plan;
        throw new FileNotFoundException("seeds/plan-2024.txt is not above the test's folder.");
    }
}
