using System.Text.Json;
using Suite.ServiceDefaults.Storage;

namespace Suite.Directory.Storage;

/// <summary>Audit of what the service does by itself.</summary>
static class SystemAudit
{
    /// <summary>Who the audit names where nobody is signed in.</summary>
    const string Actor = "directory";

    /// <param name="actor">The account where somebody proved to be its holder without a token.</param>
    /// <param name="detail">Serialised as JSON; keep secrets out.</param>
    public static AuditRecord Record(TimeProvider clock, string action, string resource, object detail, string actor = Actor) =>
        new(clock.GetUtcNow(), actor, action, resource, JsonSerializer.Serialize(detail));
}
