namespace Aspire.Hosting.Local;

/// <summary>A program to start.</summary>
internal sealed record ChildCommand(string FileName, params string[] Arguments)
{
    public string WorkingDirectory { get; init; } = "/";

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Servers start from an almost empty environment; projects inherit the host's.</summary>
    public bool InheritsEnvironment { get; init; }

    /// <summary>The account to run as; null for the host's own.</summary>
    public string? RunAs { get; init; }

    /// <summary>What the kernel sends when the host is gone without having stopped its children.</summary>
    public string SignalWhenHostDies { get; init; } = "KILL";

    /// <summary>Written to the program's standard input, which is then closed.</summary>
    public string Input { get; init; } = "";
}
