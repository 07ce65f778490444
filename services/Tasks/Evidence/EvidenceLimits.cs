namespace Suite.Tasks.Evidence;

/// <summary>How much evidence a report can have; the contract tells the same numbers.</summary>
static class EvidenceLimits
{
    public const int MaxFile = 10 << 20;

    /// <summary>For each revision.</summary>
    public const int MaxFiles = 20;

    /// <summary>In bytes, for each revision.</summary>
    public const int MaxTogether = 50 << 20;

    /// <summary>In characters.</summary>
    public const int MaxName = 150;
}
