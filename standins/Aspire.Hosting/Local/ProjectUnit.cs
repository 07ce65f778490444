using System.Runtime.InteropServices;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Local;

/// <summary>A project: <c>dotnet X.dll</c> in the project's folder, where its settings files are.</summary>
internal sealed class ProjectUnit(ProjectResource project, UnitContext context) : LocalUnit(project, context)
{
    // A proxy that the environment names is for the way out, not for this machine.
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };

    // The runtime that runs the host also runs the projects.
    private static readonly string DotNet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"));

    public override bool HasHealthCheck => project.HealthCheck is not null;

    public override IEnumerable<string> Problems()
    {
        if (!File.Exists(project.AssemblyPath))
            yield return $"'{project.Name}' is not built ({project.AssemblyPath} does not exist); build the host, which builds its projects.";
    }

    public override async Task<ChildProcess?> StartAsync(CancellationToken cancellation)
    {
        var environment = new Dictionary<string, string>
        {
            ["DOTNET_ENVIRONMENT"] = Context.EnvironmentName,
            ["ASPNETCORE_ENVIRONMENT"] = Context.EnvironmentName,
            ["OTEL_SERVICE_NAME"] = project.Name,
        };
        foreach (var name in new[] { "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_EXPORTER_OTLP_HEADERS" })
            if (Context.Configuration[name] is { Length: > 0 } value)
                environment[name] = value;
        foreach (var add in project.Environment)
            add(environment);
        return await ChildProcess.StartAsync(
            new ChildCommand(DotNet, [project.AssemblyPath, .. project.Arguments])
            {
                WorkingDirectory = Path.GetDirectoryName(project.ProjectPath)!,
                Environment = environment,
                InheritsEnvironment = true,
            },
            Context.Log.Write);
    }

    public override async Task<string?> HealthProblemAsync(CancellationToken cancellation)
    {
        if (project.HealthCheck is not { } check)
            return null;
        var address = project.Endpoint(check.EndpointName).Url + check.Path;
        try
        {
            using var answer = await Http.GetAsync(address, cancellation);
            return (int)answer.StatusCode == check.StatusCode ? null : $"GET {address} answered {(int)answer.StatusCode}";
        }
        catch (HttpRequestException)
        {
            return $"GET {address} got no answer";
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"GET {address} took longer than {Http.Timeout.TotalSeconds:0} s";
        }
    }
}
