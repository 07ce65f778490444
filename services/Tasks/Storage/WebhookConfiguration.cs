using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Notifications;
using Suite.Tasks.Webhooks;

namespace Suite.Tasks.Storage;

sealed class WebhookConfiguration : IEntityTypeConfiguration<Webhook>, IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<Webhook> builder)
    {
        builder.ToTable("webhook").HasKey(w => w.Id);
        builder.Property(w => w.Version).IsRowVersion();
        builder.Property(w => w.Secrets).IsJson();
        builder.Ignore(w => w.Name);
    }

    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("webhook_delivery").HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasOne<Webhook>().WithMany().HasForeignKey(d => d.WebhookId);
        builder.HasOne<Notification>().WithMany().HasForeignKey(d => d.NotificationId);
        builder.HasIndex(d => new { d.WebhookId, d.NotificationId }).IsUnique();
        builder.HasIndex(d => new { d.WebhookId, d.State, d.Id });
        builder.HasIndex(d => d.NextAttemptAt).HasFilter("state = 1");
        builder.Ignore(d => d.Name);
    }
}
