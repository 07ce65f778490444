using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suite.Messaging.Outbox;

namespace Suite.Tasks.Storage;

/// <summary>What the change feed needs of the outbox: the transaction of each event, since sequences are given before commits.</summary>
sealed class FeedConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    const string Transaction = "Tx";

    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.Property<ulong>(Transaction).HasColumnType("xid8").HasDefaultValueSql("pg_current_xact_id()");
        builder.HasIndex(Transaction, nameof(OutboxMessage.Sequence));
    }
}
