using System.Globalization;

namespace Aspire.Hosting.Local;

/// <summary>The folder of one cluster, owned by the account the server runs as.</summary>
internal sealed class PostgresFolder(string path)
{
    /// <summary>Where clusters go when root's data folder is closed to the server's account.</summary>
    private const string OpenPlace = "/var/lib/suite-postgres";

    // PostgreSQL refuses to run as root. Debian's package brings the account.
    public static string? Account => Environment.IsPrivilegedProcess ? "postgres" : null;

    /// <summary>Where the files really are: the server's account may not be able to follow the link.</summary>
    public string Path => Directory.Exists(path) ? Directory.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;

    public string Data => System.IO.Path.Combine(Path, "data");

    /// <summary>The major version of the data; null when there is none yet.</summary>
    public int? DataVersion =>
        File.Exists(VersionFile) && int.TryParse(File.ReadAllText(VersionFile), CultureInfo.InvariantCulture, out var version) ? version : null;

    private string VersionFile => System.IO.Path.Combine(Data, "PG_VERSION");

    private string ServerLock => System.IO.Path.Combine(Data, "postmaster.pid");

    /// <summary>
    /// Creates the folder, with another owner when the host runs as root; <paramref name="tell"/> hears in a sentence when the files have
    /// to lie elsewhere.
    /// </summary>
    public async Task CreateAsync(Action<string> tell, CancellationToken cancellation)
    {
        if (Account is not { } account)
        {
            PrivateFile.CreateFolder(path);
            return;
        }
        if (!Directory.Exists(path) && ClosedParent() is { } closed)
        {
            var place = System.IO.Path.Combine(OpenPlace, Guid.NewGuid().ToString("n"));
            tell($"{closed} is closed to the account '{account}', which PostgreSQL runs as; its files are in {place}, linked from {path}.");
            await InstallAsync(place, account, cancellation);
            File.Delete(path);
            Directory.CreateSymbolicLink(path, place);
        }
        await InstallAsync(path, account, cancellation);
    }

    /// <summary>Removes a server's lock that no server holds; its process id may meanwhile be anybody's.</summary>
    public void RemoveStaleLock()
    {
        if (File.Exists(ServerLock)
            && !(int.TryParse(File.ReadLines(ServerLock).FirstOrDefault(), CultureInfo.InvariantCulture, out var id) && IsPostgres(id)))
            File.Delete(ServerLock);
    }

    /// <summary>The server writes its state into the eighth line of its lock file; <c>pg_ctl</c> reads it there too.</summary>
    public bool ServerIsReady()
    {
        try
        {
            return File.ReadAllLines(ServerLock) is { Length: >= 8 } lines && lines[7].Trim() == "ready";
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void Delete()
    {
        if (Directory.Exists(Data))
            Directory.Delete(Data, recursive: true);
    }

    private static bool IsPostgres(int processId)
    {
        try
        {
            return File.ReadAllText($"/proc/{processId}/comm").StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task InstallAsync(string folder, string account, CancellationToken cancellation)
    {
        if (System.IO.Path.GetDirectoryName(folder) is { } parent)
            Directory.CreateDirectory(parent);
        var (exitCode, output) = await ChildProcess.RunAsync(
            new ChildCommand("install", "-d", "-m", "700", "-o", account, "-g", account, folder), cancellation);
        if (exitCode != 0)
            throw new DistributedApplicationException($"The folder {folder} cannot be given to the account '{account}': {output}.");
    }

    private string? ClosedParent()
    {
        for (var parent = System.IO.Path.GetDirectoryName(path); parent is not null; parent = System.IO.Path.GetDirectoryName(parent))
            if (!File.GetUnixFileMode(parent).HasFlag(UnixFileMode.OtherExecute))
                return parent;
        return null;
    }
}
