using Suite.Indicators.Definitions;
using Suite.Indicators.Figures;
using Suite.Indicators.Periods;
using Suite.Indicators.Quantities;
using Suite.ServiceDefaults.Errors;

namespace Suite.Indicators.Api;

/// <summary>The parts of a figure as somebody writes them, in a call or a file.</summary>
/// <param name="Place">Where they stand, for messages.</param>
public readonly record struct FigureText(
    FigurePlace Place, string Period, string PeriodValue, string YearToDate, string Growth, FigureStatus Status, string Comparator, string Note, string Comment, string Unit);

/// <summary>Makes candidates of what is written.</summary>
static class FigureInputs
{
    public const int LongestText = 500;

    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static Candidate Of(in FigureText text, Definition definition, int measure, int entity)
    {
        var (period, longer) = PeriodIn(in text, definition);
        var unit = text.Unit.Length == 0 ? definition.Measure : UnitReader.Read(text.Unit);
        if (unit?.Dimension.Equals(definition.Measure.Dimension) != true) throw Problems.InvalidField(text.Place.Field("unit"), $"must count what {definition.Unit} counts; '{text.Unit}' does not.");
        var value = Value(text.PeriodValue, text.Place, "period_value", unit, definition.Measure);
        var toDate = Value(text.YearToDate, text.Place, "year_to_date_value", unit, definition.Measure);
        var growth = text.Growth.Length == 0 ? null : Decimals.Optional(text.Growth, text.Place.Field("published_growth"));
        // The amount of a whole year is the year to date of its last period.
        if (longer && definition.Accumulation == TimeAccumulation.Sum && value is not null)
        {
            if (toDate is not null && toDate != value) throw Problems.InvalidField(text.Place.Field("year_to_date_value"), $"must be left out or the same: {text.Period} stands for the year to date of {period}.");
            if (!Reaches(text.Period, period)) throw Problems.InvalidField(text.Place.Field("period"), "of the later quarters or half of a year must be given by its periods.");
            (value, toDate) = (null, value);
        }

        if (value is null && toDate is null && growth is null && text.Note.Length == 0) throw Problems.InvalidField(text.Place.ToString(), "must have a value, a growth or a note.");
        return new(new(measure, entity, period), value, toDate, growth, text.Status, ComparatorIn(in text), Text(text.Note, text.Place, "note"), Text(text.Comment, text.Place, "comment"), text.Place.Row);
    }

    static (Period Period, bool Longer) PeriodIn(in FigureText text, Definition definition)
    {
        var period = Period.Read(text.Period) ?? throw Problems.InvalidField(text.Place.Field("period"), $"must be 2024-03, 2024Q1, 2024H1 or 2024, not '{text.Period}'.");
        var own = period.LastOf(definition.PeriodType)
            ?? throw Problems.InvalidField(text.Place.Field("period"), $"must not be shorter than the indicator's periods, which are those of a {definition.PeriodType}.");
        return (own, own != period);
    }

    /// <summary>A longer period that begins with the year is a year to date; a second quarter of months is not.</summary>
    static bool Reaches(string text, Period own) => Period.Read(text) is { } period && (period.Type == PeriodType.Year || period.Number == 1) && own.Year == period.Year;

    static decimal? Value(string text, FigurePlace place, string part, MeasureUnit unit, MeasureUnit into) =>
        text.Length == 0 ? null
        : Decimals.Read(text) is not { } value ? Decimals.Required(text, place.Field(part))
        : unit.Convert(value, into) is { } converted && Math.Abs(converted) < Decimals.Largest ? decimal.Round(converted, 12)
        : throw Problems.InvalidField(place.Field(part), $"is too large in {into.Text}.");

    static Comparator ComparatorIn(in FigureText text) => text.Comparator.Length == 0 ? Comparator.Eq : text.Comparator.ToUpperInvariant() switch
    {
        "EQ" => Comparator.Eq, "GE" => Comparator.Ge, "GT" => Comparator.Gt, "LE" => Comparator.Le, "LT" => Comparator.Lt, "APPROX" => Comparator.Approx,
        _ => throw Problems.InvalidField(text.Place.Field("comparator"), "must be EQ, GE, GT, LE, LT or APPROX."),
    };

    static string? Text(string text, FigurePlace place, string part) => text.Length == 0 ? null : Text(text, place.Field(part));

    public static string? Text(string text, string field) =>
        text.Length == 0 ? null : text.Length <= LongestText ? text : throw Problems.InvalidField(field, $"must be at most {LongestText} characters.");
}
