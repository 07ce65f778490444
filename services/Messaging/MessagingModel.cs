using Microsoft.EntityFrameworkCore;
using Suite.Messaging.Inbox;
using Suite.Messaging.Outbox;

namespace Suite.Messaging;

public static class MessagingModel
{
    /// <summary>Adds the outbox and inbox tables to a service's model; call it from OnModelCreating.</summary>
    public static void AddMessaging(this ModelBuilder model)
    {
        model.Entity<OutboxMessage>(message =>
        {
            message.ToTable("outbox_message").HasKey(m => m.Sequence);
            message.Property(m => m.Sequence).UseIdentityAlwaysColumn();
            message.Property(m => m.Payload).HasColumnType("jsonb");
            message.HasIndex(m => m.Id).IsUnique();
            message.HasIndex(m => m.Sequence, "ix_outbox_message_unsent").HasFilter("sent_at IS NULL");
        });
        model.Entity<InboxMessage>(message => message.ToTable("inbox_message").HasKey(m => m.Id));
    }
}
