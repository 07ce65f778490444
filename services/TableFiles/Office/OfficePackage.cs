using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Suite.TableFiles.Office;

/// <summary>
/// The parts of a .docx or .xlsx (ECMA-376 part 2), unpacked while they are read and never beyond the limits, whatever the archive says of
/// their size. Relationships to the outside are never followed; document types are refused.
/// </summary>
public sealed class OfficePackage : IDisposable
{
    private static readonly byte[] DirectoryEntry = [.. "PK\u0001\u0002"u8];

    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly UnpackedBytes unpacked;
    private readonly FileLimits limits;

    private OfficePackage(ReadOnlyMemory<byte> bytes, FileLimits limits)
    {
        this.limits = limits;
        unpacked = new UnpackedBytes(limits, bytes.Length);
        var array = MemoryMarshal.TryGetArray(bytes, out var segment) ? segment : new ArraySegment<byte>(bytes.ToArray());
        archive = new ZipArchive(new MemoryStream(array.Array!, array.Offset, array.Count, writable: false), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries) parts.TryAdd(entry.FullName.TrimStart('/'), entry);
    }

    /// <exception cref="FileRefusedException">More parts than allowed.</exception>
    /// <exception cref="InvalidDataException">The bytes are no archive.</exception>
    public static OfficePackage Open(ReadOnlyMemory<byte> bytes, FileLimits limits)
    {
        if (bytes.Span.Count(DirectoryEntry) > limits.MaxParts)
            throw new FileRefusedException(FileFault.TooComplex, $"The file has more than {limits.MaxParts} parts.", $"at most {limits.MaxParts} parts");
        return new OfficePackage(bytes, limits);
    }

    public bool Has(string part) => parts.ContainsKey(part);

    /// <summary>The part to be read, before its first node; null where there is none.</summary>
    public PartReader? Open(string? part)
    {
        if (part is null || !parts.TryGetValue(part, out var entry)) return null;
        return new PartReader(new CountedStream(entry.Open(), unpacked), part, limits);
    }

    /// <summary>The part of this kind that <paramref name="part"/> refers to ("" for the package itself); null where there is none.</summary>
    /// <param name="kind">The last part of the relationship's type, the same in both flavours of the standard.</param>
    public string? Related(string part, string kind) => Relations(part).FirstOrDefault(r => r.Kind == kind)?.Target;

    /// <summary>The relationships of a part to others inside the package.</summary>
    public IReadOnlyList<Relation> Relations(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var found = new List<Relation>();
        using var reader = Open($"{part[..slash]}_rels/{part[slash..]}.rels");
        if (reader is null || !reader.ToRoot()) return found;
        reader.Children(() =>
        {
            if (reader["TargetMode"] == "External" || reader["Id"] is not { } id || reader["Target"] is not { } target) return;
            var kind = reader["Type"] ?? "";
            found.Add(new Relation(id, kind[(kind.LastIndexOf('/') + 1)..], Resolve(part[..slash], target)));
        });
        return found;
    }

    public void Dispose() => archive.Dispose();

    private static string Resolve(string folder, string target)
    {
        var steps = target.StartsWith('/') ? [] : folder.Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        foreach (var step in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (step == "..") steps.RemoveRange(Math.Max(0, steps.Count - 1), Math.Min(1, steps.Count));
            else if (step != ".") steps.Add(step);
        return string.Join('/', steps);
    }
}

/// <param name="Kind">Such as officeDocument, styles, worksheet.</param>
/// <param name="Target">Name of the part.</param>
public sealed record Relation(string Id, string Kind, string Target);
