using Suite.Tasks.Naming;

namespace Suite.Tasks.Scores;

/// <summary>Why points went off or on.</summary>
public enum ScoreReason
{
    /// <summary>A report that was due has not been submitted, or not again after a return.</summary>
    Missing = 1,

    /// <summary>A report was returned.</summary>
    Returned = 2,

    /// <summary>A report came late, the first time or after a return.</summary>
    Late = 3,

    /// <summary>An accepted figure is well above what was due.</summary>
    Beaten = 4,
}

/// <summary>One thing that counted.</summary>
/// <param name="Commitment">Ordinal of the commitment for <see cref="ScoreReason.Beaten"/>; else 0.</param>
/// <param name="Days">Calendar days late for <see cref="ScoreReason.Late"/>; else 0.</param>
/// <param name="Points">Negative where they go off.</param>
/// <param name="RuleVersion">The version of the score rules that says so.</param>
public sealed record ScoreLine(ScoreReason Reason, ReportName Report, int Commitment, int Days, decimal Points, int RuleVersion);

/// <summary>Whose score: a unit for the tasks it leads and, where the rules count them, its contributions to others, or a leader for the tasks the leader is responsible for.</summary>
public enum ScoreSubject
{
    Unit = 1,
    Leader = 2,
}

/// <summary>Points of one unit or leader, and all that counted.</summary>
/// <param name="SubjectId">Identifier of the unit or person.</param>
/// <param name="Start">Points before anything counted.</param>
/// <param name="RuleVersion">The version of the score rules that says from where to start.</param>
public sealed record Score(string SubjectId, string DisplayName, decimal Start, int RuleVersion, IReadOnlyList<ScoreLine> Lines)
{
    /// <summary>Never below 0.</summary>
    public decimal Points => Math.Max(0, Start + Lines.Sum(l => l.Points));
}
