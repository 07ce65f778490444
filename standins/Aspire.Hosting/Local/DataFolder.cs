using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Local;

/// <summary>The folder with everything that outlives a run. One host at a time may use it.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private readonly bool _isTemporary;

    private DataFolder(string path, FileStream hostLock, bool isTemporary) => (Root, _lock, _isTemporary) = (path, hostLock, isTemporary);

    public string Root { get; }

    public string Logs => Path.Combine(Root, "logs");

    public string Running => Path.Combine(Root, "running");

    /// <summary>Absolute: <c>SUITE_DATA</c>, else <c>.data</c> beside the host's project folder.</summary>
    public static string PathFrom(IConfiguration configuration, string appHostDirectory) =>
        Path.GetFullPath(configuration["SUITE_DATA"] is { Length: > 0 } given ? given : Path.Combine(appHostDirectory, "..", ".data"));

    public static string OwnFolderOf(string root, string resource) => Path.Combine(root, resource);

    /// <summary>Creates and locks the folder; a temporary one is deleted when it is let go.</summary>
    /// <exception cref="DistributedApplicationException">Another host uses the folder, or it cannot be written.</exception>
    public static DataFolder Open(string root, bool isTemporary)
    {
        try
        {
            Directory.CreateDirectory(root);
            var opened = new DataFolder(root, Lock(root), isTemporary);
            foreach (var folder in new[] { opened.Logs, opened.Running })
                PrivateFile.CreateFolder(folder);
            return opened;
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw new DistributedApplicationException(
                $"The data folder {root} cannot be written ({refused.Message.TrimEnd('.')}); set SUITE_DATA to a folder that can.", refused);
        }
    }

    public void Dispose()
    {
        if (_isTemporary)
            Directory.Delete(Root, recursive: true);
        _lock.Dispose();
    }

    // The kernel lets go of the lock when the process is gone, however it went; the file itself says nothing and may stay.
    private static FileStream Lock(string root)
    {
        var path = Path.Combine(root, "host.lock");
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new DistributedApplicationException(
                $"Another host is already running on the data folder {root}; stop it, or set SUITE_DATA (and SUITE_PORT) to run beside it.");
        }
        return file;
    }
}
