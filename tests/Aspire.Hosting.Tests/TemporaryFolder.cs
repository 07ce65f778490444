namespace Suite.Aspire.Hosting.Tests;

/// <summary>A folder that outlives several hosts and goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("suite-test-").FullName;

    public TemporaryFolder() =>
        // PostgreSQL's account has to get through.
        File.SetUnixFileMode(Path, File.GetUnixFileMode(Path) | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute);

    public string Setting => $"--SUITE_DATA={Path}";

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
