using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

/// <summary>Projects of the solution as resources.</summary>
public static class ProjectResourceBuilderExtensions
{
    /// <summary>
    /// Adds a project with the endpoints its settings declare under <c>Kestrel:Endpoints</c>. Their ports there are for running it alone;
    /// here the host gives each a free one, unless <c>WithEndpoint</c> sets it.
    /// </summary>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new()
    {
        var project = new TProject();
        var resource = new ProjectResource(name, project);
        resource.Endpoints.AddRange(DeclaredEndpoints(project.ProjectPath, builder.Environment.EnvironmentName));
        resource.Environment.Add(environment =>
        {
            foreach (var endpoint in resource.Endpoints)
                environment[$"Kestrel__Endpoints__{endpoint.Name}__Url"] = endpoint.Url;
        });
        return builder.AddResource(resource);
    }

    private static List<EndpointAnnotation> DeclaredEndpoints(string projectPath, string environmentName)
    {
        var settings = new ConfigurationBuilder().SetBasePath(Path.GetDirectoryName(projectPath)!)
            .AddJsonFile("appsettings.json", optional: true)
            .AddJsonFile($"appsettings.{environmentName}.json", optional: true)
            .Build();
        return [.. settings.GetSection("Kestrel:Endpoints").GetChildren().Select(Declared).OrderBy(e => e.Name is "http" ? 0 : 1)];
    }

    private static EndpointAnnotation Declared(IConfigurationSection section)
    {
        var scheme = section["Url"]?.Split("://")[0] ?? "http";
        var transport = section["Protocols"] is "Http2" ? "http2" : "http";
        return new EndpointAnnotation(section.Key, scheme, transport);
    }
}
