namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value from outside: given, configured as <c>Parameters:{name}</c>, or generated.</summary>
public sealed class ParameterResource(string name, Func<string> value, bool secret) : Resource(name)
{
    /// <summary>A secret is never printed.</summary>
    public bool Secret { get; } = secret;

    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken) => ValueTask.FromResult<string?>(value());

    internal string Value => value();

    /// <summary>The file its first value is kept in; null for one that is not kept.</summary>
    internal string? KeptIn { get; init; }
}
