namespace Aspire.Hosting.Testing;

/// <summary>Applications for tests: their data is in a folder of their own, which goes with them, and they print nothing.</summary>
public static class DistributedApplicationTestingBuilder
{
    /// <summary>
    /// Takes settings: <c>--SUITE_DATA=…</c> puts the data where it stays, <c>--SUITE_LOGS=tasks</c> shows a resource's lines, and so on.
    /// </summary>
    public static IDistributedApplicationBuilder Create(params string[] args)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"suite-test-{Guid.NewGuid():n}");
        var builder = DistributedApplication.CreateBuilder([$"--SUITE_DATA={folder}", "--SUITE_LOGS=none", .. args]);
        if (builder.Configuration["SUITE_DATA"] == folder)
            builder.Configuration["SUITE_DATA_IS_TEMPORARY"] = "true";
        return builder;
    }
}
