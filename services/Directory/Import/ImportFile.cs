using System.Security.Cryptography;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.TableFiles;

namespace Suite.Directory.Import;

/// <summary>A file as tables whose headings are understood, and what is to be said about it so far.</summary>
/// <param name="Sha256">Of the bytes, hexadecimal.</param>
public sealed record ImportFile(IReadOnlyList<ImportTable> Tables, ImportFindings Findings, string Sha256)
{
    public const int MaxBytes = 4 << 20;

    static readonly FileLimits Limits = new()
    {
        MaxRows = 10_000, MaxColumns = 64, MaxCellCharacters = 5_000, MaxCharacters = 5_000_000, MaxUnpackedBytes = 64 << 20, MaxPartCharacters = 64 << 20,
        MaxParts = 1_000, MaxDepth = 64,
    };

    /// <param name="asked">What the tables may be about; one alone means that they are.</param>
    /// <exception cref="ProblemException">TOO_LARGE; UNREADABLE_DOCUMENT.</exception>
    public static ImportFile Read(ReadOnlyMemory<byte> bytes, string contentType, params TableContent[] asked)
    {
        if (bytes.IsEmpty) throw Problems.InvalidField("file", "must be given: the file's bytes.");
        if (bytes.Length > MaxBytes) throw Problems.TooLarge("The file", MaxBytes);
        var tables = Unpack(bytes, contentType);
        var (findings, read, elsewhere, passed) = (new ImportFindings { Sheets = [.. tables.Select(t => t.Sheet)] }, new List<ImportTable>(), new List<ImportTable>(), new List<Table>());
        foreach (var table in tables)
        {
            if (!HeadingReader.TryRead(table, asked is [var one] ? one : null, findings, out var known)) passed.Add(table);
            else if (known is not null && asked.Contains(known.Content)) read.Add(known);
            else if (known is not null) elsewhere.Add(known);
        }

        // Beside a table that is known, others may be notes; alone, a table is meant to be read.
        foreach (var table in passed)
            findings.Tell(read.Count == 0, new(table.Sheet, table.Rows[0].Line), "HeadingMissing", HeadingReader.MostLooked, HeadingReader.Needed(asked));
        foreach (var table in elsewhere) findings.Tell(read.Count == 0, new(table.Sheet, 0), "ContentElsewhere", HeadingReader.Named(table.Content));
        return new(read, findings, Convert.ToHexStringLower(SHA256.HashData(bytes.Span)));
    }

    static IReadOnlyList<Table> Unpack(ReadOnlyMemory<byte> bytes, string contentType)
    {
        try
        {
            var tables = TableFile.Read(bytes, contentType, Limits);
            return tables.Sum(t => t.Rows.Count) <= Limits.MaxRows
                ? tables
                : throw Problems.Because(Reason.TooLarge, $"The file's sheets have more than {Limits.MaxRows} rows together.");
        }
        catch (FileRefusedException wrong)
        {
            throw Problems.Because(Reason.UnreadableDocument, $"{wrong.Message} Expected: {wrong.Expected}.");
        }
    }
}
