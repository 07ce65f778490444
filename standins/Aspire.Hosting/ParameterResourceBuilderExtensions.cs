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
    /// A parameter configured as <c>Parameters:{name}</c>, else made by <paramref name="value"/>. With <paramref name="persist"/> the first
    /// value, made or configured, is kept in the data folder and used again when none is configured: a password that an account was
    /// created with stays good when the next start no longer names it. (The original keeps only what it made.)
    /// </summary>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, ParameterDefault value, bool secret = false, bool persist = false)
    {
        var configured = builder.Configuration[$"Parameters:{name}"] is { Length: > 0 } given ? given : null;
        var secrets = builder.Secrets();
        var resolved = new Lazy<string>(() =>
        {
            var first = persist ? secrets.GetOrCreate(name, Fresh) : Fresh();
            return configured ?? first;
        });
        return builder.AddResource(
            new ParameterResource(name, () => resolved.Value, secret) { KeptIn = persist ? secrets.PathOf(name) : null });

        string Fresh() => configured ?? value.GetDefaultValue();
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
