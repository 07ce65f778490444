using Suite.Indicators.Storage;

namespace Suite.Indicators.Targets;

/// <summary>Which indicator of a task a commitment belongs to: the one that promises it, else the one that did.</summary>
sealed class CommitmentOwners(IReadOnlyList<IndicatorRow> indicators)
{
    /// <summary>Id of the indicator; null where none is known.</summary>
    public string? Of(string commitment) => (indicators.FirstOrDefault(i => i.Targets.Exists(t => t.Commitment == commitment))
        ?? indicators.FirstOrDefault(i => i.FormerCommitments.Contains(commitment)))?.Id;
}
