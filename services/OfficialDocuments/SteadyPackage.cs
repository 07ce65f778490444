using System.IO.Compression;

namespace Suite.OfficialDocuments;

/// <summary>Packs a document again so that nothing in its bytes depends on when it was made.</summary>
public static class SteadyPackage
{
    const string ContentTypes = "[Content_Types].xml";

    /// <summary>The earliest time a zip file can hold.</summary>
    static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(Stream package)
    {
        package.Position = 0;
        using var source = new ZipArchive(package, ZipArchiveMode.Read);
        using var result = new MemoryStream();
        using (var target = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var part in source.Entries.OrderBy(e => e.FullName != ContentTypes).ThenBy(e => e.FullName, StringComparer.Ordinal))
                Copy(part, target.CreateEntry(part.FullName, CompressionLevel.Optimal));
        return result.ToArray();
    }

    static void Copy(ZipArchiveEntry from, ZipArchiveEntry to)
    {
        to.LastWriteTime = Epoch;
        using var input = from.Open();
        using var output = to.Open();
        input.CopyTo(output);
    }
}
