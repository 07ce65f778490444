using System.Reflection;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Health;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Reflection;
using Suite.ServiceDefaults.Requests;
using Suite.ServiceDefaults.Telemetry;
using Suite.ServiceDefaults.Transcoding;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Suite.ServiceDefaults;

/// <summary>What every service of the suite has, added in one line and mapped in one line.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>Largest message a service takes, in bytes.</summary>
    public const int MaxMessage = 20 << 20;

    /// <summary>Largest HTTP body, in bytes: a message in gRPC's frame of five bytes.</summary>
    public const int MaxBody = MaxMessage + 5;

    public static void AddServiceDefaults(this WebApplicationBuilder builder)
    {
        builder.AddTelemetry();
        builder.AddTokenAuthentication();
        builder.Services.AddHealthChecks();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<ServedServices>();
        builder.Services.AddSingleton<MethodRules>();
        builder.Services.TryAddSingleton<IRefusalAudit, NoRefusalAudit>();
        // In this order: errors are mapped outermost, bad requests refused, access checked before anything runs.
        builder.Services.AddSingleton<ErrorInterceptor>().AddSingleton<Interceptor>(s => s.GetRequiredService<ErrorInterceptor>());
        builder.Services.AddSingleton<RequestInterceptor>().AddSingleton<Interceptor>(s => s.GetRequiredService<RequestInterceptor>());
        builder.Services.AddSingleton<AccessInterceptor>().AddSingleton<Interceptor>(s => s.GetRequiredService<AccessInterceptor>());
        builder.Services.AddGrpc(options =>
        {
            // Unknown services are answered where unknown paths are: gRPC's own catch-all would hide which verbs a JSON path has.
            options.IgnoreUnknownServices = true;
            options.MaxReceiveMessageSize = MaxMessage;
            options.MaxSendMessageSize = 2 * MaxMessage;
            options.Interceptors.Add<ErrorInterceptor>();
            options.Interceptors.Add<RequestInterceptor>();
            options.Interceptors.Add<AccessInterceptor>();
        });
        // The gateway tells who called it and by what address. Only peers on loopback are believed; where the gateway is elsewhere,
        // ASPNETCORE_FORWARDEDHEADERS_ENABLED says that nobody but it can reach the service.
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = MaxBody;
            kestrel.AddServerHeader = false;
        });
    }

    /// <summary>Health and reflection over gRPC, /health/live and /health/ready over HTTP, problems for unknown paths.</summary>
    public static void MapServiceDefaults(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<BareStatusProblems>();
        app.UseMiddleware<GrpcStatusDetails>();
        app.UseAuthentication();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false, ResponseWriter = HealthReportWriter.WriteAsync });
        app.MapHealthChecks("/health/ready", new() { Predicate = c => c.Tags.Contains(HealthTags.Ready), ResponseWriter = HealthReportWriter.WriteAsync });
        app.MapApi<HealthApi>();
        app.MapApi<ReflectionApi>();
    }

    /// <summary>Serves a gRPC service, and its methods' JSON paths.</summary>
    /// <exception cref="InvalidOperationException">A method declares no rule, or a JSON path that cannot be served.</exception>
    public static void MapApi<TApi>(this WebApplication app)
        where TApi : class
    {
        var service = DescriptorOf(typeof(TApi));
        app.Services.GetRequiredService<MethodRules>().Add(service);
        app.Services.GetRequiredService<ServedServices>().Add(service);
        app.MapGrpcService<TApi>();
        JsonBinder.Map<TApi>(app, service);
    }

    static ServiceDescriptor DescriptorOf(Type api)
    {
        var binder = api.GetCustomAttribute<BindServiceMethodAttribute>(inherit: true)
            ?? throw new InvalidOperationException($"{api} is not a gRPC service.");
        return (ServiceDescriptor)binder.BindType.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
    }
}
