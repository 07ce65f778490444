using Suite.Errors.V1;
using Suite.Indicators.Rules;
using Suite.ServiceDefaults.Errors;

namespace Suite.Indicators.Figures;

/// <summary>Turns what was found into a refusal, or into comments that travel with the figures.</summary>
public static class Refusals
{
    const int MostShown = 50;

    /// <param name="place">Where a candidate stands in the request or file.</param>
    /// <exception cref="ProblemException">CONTRADICTING_FIGURE, FIGURES_REFUSED or COMMENT_NEEDED.</exception>
    public static void Check(IReadOnlyCollection<Doubt> contradictions, IReadOnlyCollection<Doubt> doubts, string comment, Func<Candidate, string> place)
    {
        Throw(Reason.ContradictingFigure, contradictions, place);
        Throw(Reason.FiguresRefused, doubts.Where(d => d.Finding.Severity == Severity.Hard), place);
        if (comment.Length == 0) Throw(Reason.CommentNeeded, doubts.Where(d => d.Finding.Severity == Severity.Soft && d.Candidate.Comment is null), place);
    }

    /// <summary>The candidate with its comment, where a soft rule asks for one and it has none of its own.</summary>
    public static IEnumerable<Candidate> Commented(IEnumerable<Candidate> candidates, IEnumerable<Doubt> doubts, string comment)
    {
        var doubted = comment.Length == 0 ? [] : doubts.Where(d => d.Finding.Severity == Severity.Soft).Select(d => d.Candidate.Cell).ToHashSet();
        return candidates.Select(c => c.Comment is null && doubted.Contains(c.Cell) ? c with { Comment = comment } : c);
    }

    static void Throw(Reason reason, IEnumerable<Doubt> doubts, Func<Candidate, string> place)
    {
        var violations = doubts.Take(MostShown).Select(d => new FieldViolation(place(d.Candidate), $"{d.Candidate.Period}: {d.Finding.Message} ({d.Finding.Rule})")).ToList();
        if (violations.Count > 0)
            throw new ProblemException(new(reason, string.Join(" ", violations.Select(v => $"{v.Field}: {v.Description}"))) { Violations = violations });
    }
}
