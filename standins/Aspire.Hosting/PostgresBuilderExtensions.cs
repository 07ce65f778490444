using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>PostgreSQL as a local cluster.</summary>
public static class PostgresBuilderExtensions
{
    public static IResourceBuilder<PostgresServerResource> AddPostgres(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddResource(new PostgresServerResource(name) { Password = builder.GeneratedPassword($"{name}-password") });

    /// <summary>Keeps the cluster's files in the data folder; without it every start begins with an empty cluster.</summary>
    public static IResourceBuilder<PostgresServerResource> WithDataVolume(this IResourceBuilder<PostgresServerResource> builder)
    {
        builder.Resource.KeepsData = true;
        return builder;
    }

    /// <summary>A database, created with its own login role when the server is ready.</summary>
    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(
        this IResourceBuilder<PostgresServerResource> builder, string name, string? databaseName = null)
    {
        var application = builder.ApplicationBuilder;
        var database = new PostgresDatabaseResource(name, databaseName ?? name, builder.Resource)
        {
            Password = application.GeneratedPassword($"{name}-password"),
        };
        database.WaitsFor.Add(builder.Resource);
        builder.Resource.Databases.Add(database);
        return application.AddResource(database);
    }
}
