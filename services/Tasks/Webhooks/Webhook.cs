using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Naming;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Webhooks;

public enum WebhookState
{
    Active = 1,
    Disabled = 2,
}

/// <summary>A secret that payloads are signed with.</summary>
/// <param name="Key">256 random bits. Signing needs them as they are, so they are kept as they are.</param>
/// <param name="ExpiresAt">Null for the newest.</param>
public sealed record WebhookSecret(string Id, byte[] Key, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt);

/// <summary>An address that notifications are sent to: the city's own messaging.</summary>
public sealed class Webhook
{
    public string Id { get; private init; } = "";

    public string DisplayName { get; private init; } = "";

    public string Url { get; private init; } = "";

    /// <summary>Only notifications to this unit's desks; null for all.</summary>
    public string? UnitId { get; private init; }

    public WebhookState State { get; private set; }

    public IReadOnlyList<WebhookSecret> Secrets { get; private set; } = [];

    public string CreatedBy { get; private init; } = "";

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Changes with every change; the etag.</summary>
    public uint Version { get; private set; }

    public string Name => $"webhooks/{Id}";

    public static Webhook Make(string id, string displayName, string url, string? unit, WebhookSecret secret, Actor by, DateTimeOffset now) => new()
    {
        Id = id, DisplayName = displayName, Url = url, UnitId = unit, State = WebhookState.Active, Secrets = [secret], CreatedBy = by.Account, CreatedAt = now,
    };

    /// <summary>The secrets that sign now, newest first.</summary>
    public IEnumerable<WebhookSecret> SecretsAt(DateTimeOffset now) => Secrets.Where(s => s.ExpiresAt is null || s.ExpiresAt > now).OrderByDescending(s => s.CreatedAt);

    /// <summary>The new secret signs from now on; the earlier ones sign beside it for the overlap.</summary>
    public void Rotate(WebhookSecret secret, TimeSpan overlap, DateTimeOffset now)
    {
        var kept = SecretsAt(now).Select(s => s with { ExpiresAt = s.ExpiresAt is { } end && end < now + overlap ? end : now + overlap }).Where(s => s.ExpiresAt > now);
        Secrets = [secret, .. kept];
    }

    public void Turn(WebhookState state)
    {
        if (State == state) throw Problems.IllegalStep("Webhook", Name, State.ToString().ToUpperInvariant(), $"become {state.ToString().ToUpperInvariant()}");
        State = state;
    }

    public bool Takes(string addressee) => UnitId is null || addressee.StartsWith($"{ResourceNames.Unit(UnitId)}/", StringComparison.Ordinal);
}
