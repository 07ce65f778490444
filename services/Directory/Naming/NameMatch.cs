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

/// <summary>What a written name means.</summary>
/// <param name="Found">Null unless the match is sure.</param>
/// <param name="Candidates">Best first; empty unless the match is <see cref="MatchKind.Proposed"/>.</param>
public sealed record NameMatch(string AsWritten, MatchKind Kind, Named? Found, IReadOnlyList<NameCandidate> Candidates);

/// <param name="Score">Above 0 and up to 1.</param>
public sealed record NameCandidate(Named Named, double Score);
