namespace Aspire.Hosting.ApplicationModel;

/// <summary>A named address a resource listens on.</summary>
public sealed class EndpointAnnotation(string name, string uriScheme = "http", string transport = "http")
{
    public string Name { get; } = name;

    public string UriScheme { get; set; } = uriScheme;

    /// <summary><c>http</c>, <c>http2</c> or <c>tcp</c>.</summary>
    public string Transport { get; set; } = transport;

    /// <summary>The port asked for; null lets the host choose a free one.</summary>
    public int? Port { get; set; }

    /// <summary>The address listened on. Loopback unless Program.cs says otherwise.</summary>
    public string TargetHost { get; set; } = "127.0.0.1";

    /// <summary>Whether the endpoint is meant for clients outside the application.</summary>
    public bool IsExternal { get; set; }

    /// <summary>There is never a proxy in front of a local process; the member exists because the model may switch it off.</summary>
    public bool IsProxied { get; set; }

    internal int AllocatedPort { get; set; }

    internal string Url => $"{UriScheme}://{TargetHost}:{AllocatedPort}";
}
