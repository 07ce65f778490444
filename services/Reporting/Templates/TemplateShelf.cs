using System.Security.Cryptography;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Suite.Errors.V1;
using Suite.Reporting.Papers;
using Suite.Reporting.Storage;
using Suite.ServiceDefaults.Errors;

namespace Suite.Reporting.Templates;

/// <summary>Checks templates, keeps them by version, and tells which one a new report is made with.</summary>
public sealed class TemplateShelf(ReportingDbContext db, TimeProvider clock)
{
    /// <summary>First key of the advisory locks that give out versions one at a time.</summary>
    const int VersionLock = 7504;
    const int MostFaults = 50;

    /// <exception cref="ProblemException">UNREADABLE_DOCUMENT with every fault and its place.</exception>
    public static void Check(byte[] content)
    {
        var faults = FaultsOf(content);
        if (faults.Count > 0)
            throw new ProblemException(new(Reason.UnreadableDocument, string.Join(" ", faults.Take(MostFaults).Select(f => $"{f.Place}: {f.Message}")))
            {
                Violations = [.. faults.Take(MostFaults).Select(f => new FieldViolation("content", $"{f.Place}: {f.Message}"))],
            });
    }

    public async Task<TemplateRecord> KeepAsync(PaperKind kind, string language, byte[] content, string creator, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({VersionLock}, {(int)kind})", cancellation);
        var version = 1 + (await db.Templates.Where(t => t.Kind == kind && t.Language == language).MaxAsync(t => (int?)t.Version, cancellation) ?? 0);
        var template = new TemplateRecord
        {
            Id = $"{kind}-{language}-{version}".ToLowerInvariant(), Kind = kind, Language = language, Version = version, InUse = true, Content = content,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)), Creator = creator, CreateTime = clock.GetUtcNow(),
        };
        db.Templates.Add(template);
        return template;
    }

    /// <summary>Id of the template to make a new report with; empty for the built-in one.</summary>
    public async Task<string> ChooseAsync(PaperKind kind, string language, CancellationToken cancellation) =>
        await db.Templates.Where(t => t.Kind == kind && t.Language == language && t.InUse).OrderByDescending(t => t.Version).Select(t => t.Id)
            .FirstOrDefaultAsync(cancellation) ?? "";

    /// <summary>The file of a template; null for the built-in one.</summary>
    public async Task<byte[]?> ContentAsync(string id, CancellationToken cancellation) =>
        id.Length == 0 ? null : await db.Templates.Where(t => t.Id == id).Select(t => t.Content).SingleAsync(cancellation);

    static IReadOnlyList<TemplateFault> FaultsOf(byte[] content)
    {
        if (TemplateGuard.Check(content) is { Count: > 0 } unsafeParts) return unsafeParts;
        try
        {
            using var package = WordprocessingDocument.Open(new MemoryStream(content), isEditable: false);
            return package.MainDocumentPart is { } main ? TemplateTags.Check(main) : [new("file", "is no .docx document: it has no main part.")];
        }
        catch (Exception error) when (error is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or IOException
            or ArgumentException or InvalidOperationException or UriFormatException or FormatException)
        {
            return [new("file", $"cannot be opened as a .docx document: {error.Message}")];
        }
    }
}
