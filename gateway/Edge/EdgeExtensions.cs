namespace Suite.Gateway.Edge;

/// <summary>What is checked before a call reaches any backend.</summary>
static class EdgeExtensions
{
    public static void AddEdge(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<EdgeOptions>().BindConfiguration(EdgeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.ConfigureOptions<RateLimits>();
        builder.Services.ConfigureOptions<TrustedProxies>();
    }

    /// <summary>Around everything: what holds for every answer, how a call may be addressed, by which door it comes, how large it may be.</summary>
    public static void UseEdge(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<AddressCheck>();
        app.UseMiddleware<GrpcDoor>();
        app.UseMiddleware<BodyLimit>();
    }

    /// <summary>After authentication: who may go on, and how often.</summary>
    public static void UseEdgeChecks(this WebApplication app)
    {
        app.UseMiddleware<TokenGate>();
        app.UseRateLimiter();
    }
}
