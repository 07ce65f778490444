using Microsoft.EntityFrameworkCore;

namespace Suite.ServiceDefaults.Storage;

/// <summary>What every service's database holds: the audit and the answers to request ids; snake_case names.</summary>
public abstract class SuiteDbContext(DbContextOptions options) : DbContext(options)
{
    readonly List<AuditRecord> _audit = [];

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<HandledRequest> HandledRequests => Set<HandledRequest>();

    /// <summary>True while temporary tables of this context's connection lie before those that others use: nobody else can be in the way of handlers.</summary>
    public bool IsShadowed { get; set; }

    /// <summary>Notes what the current transaction does; it is chained when the transaction commits.</summary>
    public void Audit(AuditRecord record) => _audit.Add(record);

    /// <summary>Saves, seals the audit and commits. The audit is chained last, so that its lock is held only for a moment.</summary>
    public async Task CommitAsync(CancellationToken cancellation)
    {
        var transaction = Database.CurrentTransaction ?? throw new InvalidOperationException("There is no transaction to commit.");
        await SaveChangesAsync(cancellation);
        await SealAuditAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("audit_entry").HasKey(e => e.Sequence);
            entry.Property(e => e.Sequence).ValueGeneratedNever();
        });
        modelBuilder.Entity<HandledRequest>(request =>
        {
            request.ToTable("handled_request").HasKey(r => new { r.Account, r.RequestId });
            request.HasIndex(r => r.Time);
        });
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Conventions.Add(_ => new SnakeCaseConvention());

    async Task SealAuditAsync(CancellationToken cancellation)
    {
        if (_audit.Count == 0) return;
        await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLocks.AuditChain})", cancellation);
        var last = await AuditEntries.AsNoTracking().OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(cancellation);
        foreach (var record in _audit) AuditEntries.Add(last = AuditEntry.Seal(last, record));
        _audit.Clear();
        await SaveChangesAsync(cancellation);
    }
}
