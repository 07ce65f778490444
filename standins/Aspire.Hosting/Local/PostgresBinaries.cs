using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Local;

/// <summary>The installed PostgreSQL versions, laid out as Debian does: <c>{root}/{major}/bin</c>.</summary>
internal sealed class PostgresBinaries(IConfiguration configuration)
{
    private const string DebianRoot = "/usr/lib/postgresql";

    private readonly string _root = configuration["SUITE_POSTGRES_ROOT"] is { Length: > 0 } given ? given : DebianRoot;

    /// <summary>The program of the version that made the data, or of the newest version for a new cluster.</summary>
    public string Program(string name, int? dataVersion) =>
        Path.Combine(_root, $"{dataVersion ?? Versions().Max()}", "bin", name);

    /// <summary>A sentence about what is missing to run a cluster with data of this version (null: a new one).</summary>
    public string? Problem(int? dataVersion, string dataFolder)
    {
        var versions = Versions();
        if (versions.Count == 0)
            return $"PostgreSQL is not installed (nothing under {_root}); install the Debian package postgresql.";
        if (dataVersion is { } version && !versions.Contains(version))
            return $"The data in {dataFolder} was made by PostgreSQL {version}, but installed is {string.Join(", ", versions)}; "
                + $"install the Debian package postgresql-{version}, upgrade the data with pg_upgrade, or move the folder away to begin anew.";
        return null;
    }

    private List<int> Versions() => !Directory.Exists(_root) ? [] :
    [
        .. from folder in Directory.EnumerateDirectories(_root)
           where File.Exists(Path.Combine(folder, "bin", "postgres")) && File.Exists(Path.Combine(folder, "bin", "initdb"))
           let version = int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var number) ? number : 0
           where version > 0
           orderby version
           select version,
    ];
}
