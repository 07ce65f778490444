using System.Globalization;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Decomposition;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Progress;

/// <summary>
/// Keeps period and year to date consistent: for amounts that add up, year to date = year to date of the period before + period.
/// Ratios, rates and levels do not add up; for them both values are the one entered.
/// </summary>
public static class FigureRules
{
    /// <summary>Completes an entered figure.</summary>
    /// <param name="before">Year to date accepted for the period before; 0 in the first period; null where none was accepted.</param>
    /// <param name="field">The request field to name in errors.</param>
    /// <exception cref="ProblemException">INVALID_FIELD, CONTRADICTING_FIGURE.</exception>
    public static ReportedFigure Complete(EnteredFigure entered, TaskCommitment commitment, decimal? before, string field)
    {
        if ((entered.PeriodValue ?? entered.YearToDateValue) is not { } one)
            throw Problems.InvalidField(field, "needs period_value, year_to_date_value or both.");
        if (!AddsUp(commitment.Commitment))
            return new(entered.Ordinal, entered.PeriodValue ?? one, entered.YearToDateValue ?? one, entered.Note);
        if (entered is { PeriodValue: { } period, YearToDateValue: { } total })
        {
            if (before is { } known && known + period != total) throw Contradiction(field, known, period, total);
            return new(entered.Ordinal, period, total, entered.Note);
        }

        if (before is not { } previous)
            throw Problems.InvalidField(field, "needs both period_value and year_to_date_value: no figure of the period before has been accepted to derive one from.");
        return entered.PeriodValue is { } amount
            ? new(entered.Ordinal, amount, previous + amount, entered.Note)
            : new(entered.Ordinal, one - previous, one, entered.Note);
    }

    /// <summary>True for amounts, false for rates, ratios and levels.</summary>
    public static bool AddsUp(Commitment commitment) => commitment is { GrowthRate: false, Accumulation: not Accumulation.Undetermined };

    /// <summary>True where two commitments of a task promise the same thing, so that their figures continue one another.</summary>
    public static bool SameSeries(TaskCommitment one, TaskCommitment other) =>
        one.Commitment.Unit == other.Commitment.Unit && one.Commitment.GrowthRate == other.Commitment.GrowthRate
        && Subject(one.Commitment) == Subject(other.Commitment)
        && (one.Annual || other.Annual || one.Item!.Workstream == other.Item!.Workstream);

    static string Subject(Commitment commitment) => commitment.Measure.Replace("累计", "", StringComparison.Ordinal);

    static ProblemException Contradiction(string field, decimal before, decimal period, decimal total) =>
        Problems.Because(Reason.ContradictingFigure, string.Create(CultureInfo.InvariantCulture,
            $"{field}: {before} (year to date of the period before, accepted) + {period} (this period) = {before + period}, but {total} is given as year to date."));
}
