using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Suite.AppHost;

/// <summary>What may be set from outside, by environment variable or as <c>--NAME=value</c>.</summary>
internal sealed class Settings(IConfiguration configuration, string appHostDirectory)
{
    private const int DefaultPort = 8080;
    private readonly string _root = Path.GetFullPath("..", appHostDirectory);

    /// <summary>The password of the account <c>admin</c>; null leaves it to be generated.</summary>
    public string? AdminPassword => Given("SUITE_ADMIN_PASSWORD");

    /// <summary>The password of the demo accounts; without one there are none.</summary>
    public string? DemoPassword => Given("SUITE_DEMO_PASSWORD");

    public string Seeds => Path.Combine(_root, "seeds");

    public string Directory => Path.Combine(Seeds, "directory.yaml");

    public string Figures => Path.Combine(Seeds, "indicators");

    /// <summary>Absolute path of a table to import in place of the seeds'; empty for those.</summary>
    public string Plan => Given("SUITE_PLAN") is { } plan ? Path.GetFullPath(plan) : "";

    /// <summary>The data folder, where one was chosen.</summary>
    public string Data => Given("SUITE_DATA") ?? "";

    /// <summary>Where documents are written to.</summary>
    public string Out => Path.GetFullPath(Given("SUITE_OUT") ?? Path.Combine(_root, "out"));

    /// <summary>The gateway's port for JSON and pages; gRPC is on the next one.</summary>
    /// <exception cref="DistributedApplicationException">It is no port number, or the last one.</exception>
    public int Port => Given("SUITE_PORT") switch
    {
        null => DefaultPort,
        var text when ushort.TryParse(text, CultureInfo.InvariantCulture, out var port) && port is > 0 and < ushort.MaxValue => port,
        var text => throw new DistributedApplicationException($"SUITE_PORT must be a number from 1 to 65534, not '{text}'."),
    };

    private string? Given(string name) => configuration[name] is { Length: > 0 } value ? value : null;
}
