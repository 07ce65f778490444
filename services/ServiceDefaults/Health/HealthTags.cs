namespace Suite.ServiceDefaults.Health;

/// <summary>Tags that sort health checks into probes.</summary>
public static class HealthTags
{
    /// <summary>Checked by /health/ready and grpc.health.v1: may this process get calls?</summary>
    public const string Ready = "ready";
}
