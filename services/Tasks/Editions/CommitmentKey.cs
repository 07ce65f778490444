using Suite.Tasks.Plans;

namespace Suite.Tasks.Editions;

/// <summary>What makes a commitment the same one in two wordings of a task: where it stands and what it measures, not how much.</summary>
sealed record CommitmentKey(bool Annual, string Workstream, string Quarters, string Measure, string Unit, bool GrowthRate)
{
    public static CommitmentKey Of(TaskCommitment promised) => new(
        promised.Annual, ComparedText.Of(promised.Item?.Workstream ?? ""), FieldParts.Quarters(promised.Quarters),
        ComparedText.Of(promised.Commitment.Measure).Replace("累计", "", StringComparison.Ordinal),
        ComparedText.Of(promised.Commitment.Unit ?? ""), promised.Commitment.GrowthRate);

    /// <summary>The same in words: quarters, workstream, measure.</summary>
    public static string PlaceOf(TaskCommitment promised)
    {
        var place = promised.Annual ? "全年" : FieldParts.Quarters(promised.Quarters);
        return $"{promised.Item?.Workstream} {place} {promised.Commitment.Measure}".Trim();
    }
}
