namespace Suite.Tasks.Notifications;

public enum NotificationKind
{
    /// <summary>What is due or overdue, gathered for a day.</summary>
    ReminderDigest = 1,

    /// <summary>A report of the unit was returned.</summary>
    ReportReturned = 2,
}

/// <summary>Something an addressee is told. Never changed; who has read it is kept beside it.</summary>
public sealed class Notification
{
    public Guid Id { get; private init; }

    /// <summary>As <see cref="Addressees"/>.</summary>
    public string Addressee { get; private init; } = "";

    public NotificationKind Kind { get; private init; }

    /// <summary>Whatever has been told under a key is not told again.</summary>
    public string Key { get; private init; } = "";

    /// <summary>Chinese, and English beside it.</summary>
    public string Title { get; private init; } = "";

    /// <summary>Lines, each Chinese with English beside it.</summary>
    public string Body { get; private init; } = "";

    /// <summary>How many things it is about; the body may name fewer.</summary>
    public int ItemCount { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    public string Name => NameOf(Id);

    public static string NameOf(Guid id) => $"notifications/{id:N}";

    public static Notification Of(string addressee, NotificationKind kind, string key, NotificationText text, int items, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), Addressee = addressee, Kind = kind, Key = key, Title = text.Title, Body = text.Body, ItemCount = items, CreatedAt = now,
    };
}

/// <summary>The words of a notification.</summary>
public sealed record NotificationText(string Title, string Body);

/// <summary>An account has read a notification.</summary>
public sealed class NotificationRead
{
    public Guid NotificationId { get; init; }

    public string Account { get; init; } = "";

    public DateTimeOffset ReadAt { get; init; }
}
