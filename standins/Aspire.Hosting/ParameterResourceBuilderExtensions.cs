using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Local;

namespace Aspire.Hosting;

/// <summary>Values that come from outside the model.</summary>
public static class ParameterResourceBuilderExtensions
{
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, string value, bool publishValueAsDefault = false, bool secret = false) =>
        builder.AddResource(new ParameterResource(name, () => value, secret));

    /// <summary>
    /// A parameter configured as <c>Parameters:{name}</c>, else made by <paramref name="value"/>. With <paramref name="persist"/> what was
    /// made is kept in the data folder and used again.
    /// </summary>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, ParameterDefault value, bool secret = false, bool persist = false)
    {
        if (builder.Configuration[$"Parameters:{name}"] is { Length: > 0 } configured)
            return builder.AddParameter(name, configured, secret: secret);
        var secrets = builder.Secrets();
        var made = new Lazy<string>(() => persist ? secrets.GetOrCreate(name, value.GetDefaultValue) : value.GetDefaultValue());
        return builder.AddResource(
            new ParameterResource(name, () => made.Value, secret) { KeptIn = persist ? secrets.PathOf(name) : null });
    }

    /// <summary>A password of the stand-in's own servers, which the original also generates and keeps.</summary>
    internal static Func<string> GeneratedPassword(this IDistributedApplicationBuilder builder, string name)
    {
        var generator = new GenerateParameterDefault { MinLength = 24, Special = false };
        var made = new Lazy<string>(() => builder.Secrets().GetOrCreate(name, generator.GetDefaultValue));
        return () => made.Value;
    }

    private static SecretStore Secrets(this IDistributedApplicationBuilder builder) =>
        new(DataFolder.PathFrom(builder.Configuration, builder.AppHostDirectory));
}
