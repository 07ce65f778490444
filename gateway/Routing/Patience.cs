namespace Suite.Gateway.Routing;

/// <summary>How long the gateway waits while a backend says nothing, under <c>Gateway:Patience</c>.</summary>
sealed record Patience
{
    public const string Section = "Gateway:Patience";

    /// <summary>A service answers JSON within 60 s or says itself that time ran out; the gateway waits a little longer.</summary>
    public TimeSpan Json { get; init; } = TimeSpan.FromSeconds(65);

    /// <summary>gRPC calls bring their own deadlines, which the services keep; this only ends streams that nobody ends.</summary>
    public TimeSpan Grpc { get; init; } = TimeSpan.FromMinutes(10);
}
