using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>RabbitMQ as a local node.</summary>
public static class RabbitMQBuilderExtensions
{
    public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddResource(new RabbitMQServerResource(name) { Password = builder.GeneratedPassword($"{name}-password") });

    /// <summary>Keeps the node's files in the data folder; without it every start begins with an empty broker.</summary>
    public static IResourceBuilder<RabbitMQServerResource> WithDataVolume(this IResourceBuilder<RabbitMQServerResource> builder)
    {
        builder.Resource.KeepsData = true;
        return builder;
    }
}
