namespace Suite.Tasks.Webhooks;

public enum DeliveryState
{
    Waiting = 1,
    Delivered = 2,

    /// <summary>Given up after the last attempt; it can be sent again by hand.</summary>
    Dead = 3,
}

/// <summary>One notification on its way to one webhook. Kept until it has arrived or been given up, and after.</summary>
public sealed class WebhookDelivery
{
    const int MostAttempts = 9;
    static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    static readonly TimeSpan LongestPause = TimeSpan.FromHours(12);

    public Guid Id { get; private init; }

    public string WebhookId { get; private init; } = "";

    public Guid NotificationId { get; private init; }

    /// <summary>The body as it is sent and signed, the same at every attempt.</summary>
    public string Payload { get; private init; } = "";

    public DeliveryState State { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset NextAttemptAt { get; private set; }

    /// <summary>HTTP status of the last answer; null where there was none.</summary>
    public int? LastStatus { get; private set; }

    /// <summary>Why the last attempt failed; empty where it did not.</summary>
    public string LastError { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset? LastAttemptAt { get; private set; }

    public string Name => $"webhooks/{WebhookId}/deliveries/{Id:N}";

    public static WebhookDelivery Of(Webhook webhook, Guid notification, string payload, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), WebhookId = webhook.Id, NotificationId = notification, Payload = payload, State = DeliveryState.Waiting,
        NextAttemptAt = now, CreatedAt = now,
    };

    /// <summary>Notes that an attempt starts: should the process die on it, the next one comes after the pause all the same.</summary>
    public void Start(DateTimeOffset now)
    {
        Attempts++;
        (LastAttemptAt, NextAttemptAt) = (now, now + Pause(Attempts));
    }

    public void Arrived(int status) => (State, LastStatus, LastError) = (DeliveryState.Delivered, status, "");

    public void Failed(int? status, string error)
    {
        (LastStatus, LastError) = (status, error);
        if (Attempts >= MostAttempts) State = DeliveryState.Dead;
    }

    /// <summary>Starts over, whatever became of it.</summary>
    public void Resend(DateTimeOffset now) => (State, Attempts, NextAttemptAt) = (DeliveryState.Waiting, 0, now);

    /// <summary>Half a minute, then four times as long each time, up to half a day.</summary>
    public static TimeSpan Pause(int attempts) =>
        TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(2 * (attempts - 1), 20)));
}
