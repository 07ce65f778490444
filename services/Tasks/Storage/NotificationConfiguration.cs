using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suite.Tasks.Notifications;
using Suite.Tasks.Reminders;

namespace Suite.Tasks.Storage;

sealed class NotificationConfiguration :
    IEntityTypeConfiguration<Notification>, IEntityTypeConfiguration<NotificationRead>, IEntityTypeConfiguration<Reminder>, IEntityTypeConfiguration<ReminderDay>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("notification").HasKey(n => n.Id);
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.HasIndex(n => n.Key).IsUnique();
        builder.HasIndex(n => new { n.Addressee, n.Id });
        builder.Ignore(n => n.Name);
    }

    public void Configure(EntityTypeBuilder<NotificationRead> builder)
    {
        builder.ToTable("notification_read").HasKey(r => new { r.NotificationId, r.Account });
        builder.HasOne<Notification>().WithMany().HasForeignKey(r => r.NotificationId);
    }

    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.ToTable("reminder").HasKey(r => new { r.Obligation, r.Days, r.Addressee });
        builder.HasOne<Notification>().WithMany().HasForeignKey(r => r.NotificationId);
        builder.HasIndex(r => r.PlanId);
        builder.HasIndex(r => new { r.NotificationId, r.Obligation, r.Days });
        builder.Ignore(r => r.Task);
    }

    public void Configure(EntityTypeBuilder<ReminderDay> builder) => builder.ToTable("reminder_day").HasKey(d => d.Day);
}
