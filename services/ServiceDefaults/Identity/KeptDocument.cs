using Microsoft.EntityFrameworkCore;

namespace Suite.ServiceDefaults.Identity;

/// <summary>A document of another service as it was last read.</summary>
public sealed class KeptDocument
{
    public required string Address { get; init; }

    public required string Text { get; set; }

    public required DateTimeOffset ReadAt { get; set; }
}

public static class KeptDocumentModel
{
    /// <summary>Adds the table of kept documents to a service's model; call it from OnModelCreating.</summary>
    public static void AddKeptDocuments(this ModelBuilder model) => model.Entity<KeptDocument>().ToTable("kept_document").HasKey(d => d.Address);
}
