using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Evidence;

/// <summary>
/// The bytes of evidence, in the database and in chunks: written in the transaction that makes the file known, so that nobody ever sees half
/// of one and nothing is left over, whatever is killed when; and in every backup of the database.
/// </summary>
public sealed class EvidenceStore(TasksDbContext db)
{
    const int ChunkSize = 256 << 10;

    public async Task WriteAsync(string id, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        for (var (at, number) = (0, 0); at < content.Length; at += ChunkSize, number++)
        {
            var chunk = content.Slice(at, Math.Min(ChunkSize, content.Length - at)).ToArray();
            await db.Database.ExecuteSqlAsync($"INSERT INTO evidence_chunk (evidence_id, number, bytes) VALUES ({id}, {number}, {chunk})", cancellation);
        }
    }

    /// <summary>One chunk after the other; no more than one is in memory.</summary>
    public async IAsyncEnumerable<byte[]> ReadAsync(string id, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var number = 0;; number++)
        {
            var at = number;
            var chunk = await db.EvidenceChunks.AsNoTracking().Where(c => c.EvidenceId == id && c.Number == at).Select(c => c.Bytes).SingleOrDefaultAsync(cancellation);
            if (chunk is null) yield break;
            yield return chunk;
        }
    }

    public Task DeleteAsync(string id, CancellationToken cancellation) => db.EvidenceChunks.Where(c => c.EvidenceId == id).ExecuteDeleteAsync(cancellation);
}

/// <summary>A part of a file's bytes.</summary>
public sealed class EvidenceChunk
{
    public string EvidenceId { get; private init; } = "";

    /// <summary>Counts from 0.</summary>
    public int Number { get; private init; }

    public byte[] Bytes { get; private init; } = [];
}
