using System.Text.Json;
using Suite.ServiceDefaults.Storage;

namespace Suite.Directory.Storage;

/// <summary>Audit of what the service does by itself.</summary>
static class SystemAudit
{
    /// <summary>Who the audit names where nobody is signed in.</summary>
    const string Actor = "directory";

    /// <param name="detail">Serialised as JSON; keep secrets out.</param>
    public static AuditRecord Record(TimeProvider clock, string action, string resource, object detail) =>
        new(clock.GetUtcNow(), Actor, action, resource, JsonSerializer.Serialize(detail));
}
