using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Suite.Errors.V1;
using Suite.Http;
using Suite.Indicators.Storage;
using Suite.ServiceDefaults.Errors;

namespace Suite.Indicators.Imports;

/// <summary>Mappings as they are remembered, and files opened by them.</summary>
public sealed class MappingBook(IndicatorsDbContext db, TimeProvider clock)
{
    const string Prefix = "importMappings/";

    /// <summary>Adds to the current transaction.</summary>
    public async Task SaveAsync(string id, Mapping mapping, CancellationToken cancellation)
    {
        var heading = Layout.Heading(mapping.Columns.Keys);
        if (await db.Mappings.SingleOrDefaultAsync(m => m.Id == id, cancellation) is { } kept) (kept.Heading, kept.Mapping, kept.Time) = (heading, mapping, clock.GetUtcNow());
        else db.Add(new KeptMapping { Id = id, Heading = heading, Mapping = mapping, Time = clock.GetUtcNow() });
    }

    public Task<List<KeptMapping>> ListAsync(string? after, int limit, CancellationToken cancellation) =>
        db.Mappings.AsNoTracking().Where(m => after == null || string.Compare(m.Id, after) > 0).OrderBy(m => m.Id).Take(limit).ToListAsync(cancellation);

    /// <summary>Opens the file of a request and reads its heading.</summary>
    /// <param name="mapping">importMappings/{mapping}; empty for the one remembered for the heading.</param>
    /// <exception cref="ProblemException">UNREADABLE_DOCUMENT, INVALID_FIELD, NOT_FOUND.</exception>
    public async Task<OpenTable> OpenAsync(ByteString content, HttpBody? document, string mapping, ImportedKind kind, CancellationToken cancellation)
    {
        var bytes = content.Length > 0 ? content.Memory : document?.Data.Memory ?? default;
        if (bytes.Length == 0) throw Problems.InvalidField("document", "must be given.");
        var rows = TableRows.Read(bytes, document?.ContentType ?? "").GetEnumerator();
        try
        {
            var heading = Heading(rows);
            var (name, found) = await MappingAsync(mapping, heading, cancellation);
            return new(name, found, Layout.Of(heading, found, kind), rows);
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }

    static TableRow Heading(IEnumerator<TableRow> rows)
    {
        while (rows.MoveNext())
            if (rows.Current.Cells.Count(c => !string.IsNullOrWhiteSpace(c)) > 1) return rows.Current;
        throw Problems.Because(Reason.UnreadableDocument, "The table has no heading: a row with the names of its columns was expected.");
    }

    async Task<(string Name, Mapping Mapping)> MappingAsync(string name, TableRow heading, CancellationToken cancellation)
    {
        if (name.Length > 0)
        {
            var id = ResourceNames.IdIn(Prefix, name, "mapping");
            return (id, (await db.Mappings.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancellation) ?? throw Problems.NotFound("mapping", name)).Mapping);
        }

        var key = Layout.Heading(heading.Cells);
        var remembered = await db.Mappings.AsNoTracking().Where(m => m.Heading == key).OrderByDescending(m => m.Time).FirstOrDefaultAsync(cancellation);
        return remembered is null ? ("", Mapping.Empty) : (remembered.Id, remembered.Mapping);
    }
}
