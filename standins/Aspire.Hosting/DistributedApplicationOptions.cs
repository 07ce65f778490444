namespace Aspire.Hosting;

/// <summary>How a builder is made.</summary>
public sealed class DistributedApplicationOptions
{
    public string[]? Args { get; init; }

    /// <summary>The folder of the host's project file; by default the one compiled into the entry assembly.</summary>
    public string? ProjectDirectory { get; init; }
}
