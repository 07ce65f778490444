namespace Suite.Directory.Naming;

/// <summary>How sure a match is; the numbers are those of the contract's Match.</summary>
public enum MatchKind
{
    None = 1,
    Exact = 2,
    Alias = 3,
    NormalForm = 4,
    Proposed = 5,
}

/// <summary>Why a match or a candidate was found; the numbers are those of the contract's MatchReason.</summary>
public enum MatchReason
{
    None = 1,
    OwnName = 2,
    Alias = 3,
    Spacing = 4,
    Brackets = 5,
    CityPrefix = 6,
    RankSuffix = 7,
    Connective = 8,
    SharedName = 9,
    Abbreviation = 10,
    NearCharacters = 11,
    Similar = 12,
    FormerName = 13,
}

/// <summary>What a written name means.</summary>
/// <param name="Found">Null unless the match is sure.</param>
/// <param name="Candidates">Best first; empty unless the match is <see cref="MatchKind.Proposed"/>.</param>
/// <param name="Reason">Why it was found; of the best candidate where the match is <see cref="MatchKind.Proposed"/>.</param>
public sealed record NameMatch(string AsWritten, MatchKind Kind, Named? Found, IReadOnlyList<NameCandidate> Candidates, MatchReason Reason)
{
    /// <summary>1 where the match is sure, the best candidate's where it is proposed, 0 otherwise.</summary>
    public double Score => Found is not null ? 1 : Candidates.Count > 0 ? Candidates[0].Score : 0;
}

/// <param name="Score">Above 0 and up to 1.</param>
public sealed record NameCandidate(Named Named, double Score, MatchReason Reason);
