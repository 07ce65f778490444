using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Suite.Indicators.Observations;
using Suite.Indicators.Storage;
using Suite.Indicators.V1;

namespace Suite.Indicators.Api;

/// <summary>Rows as the messages of the contract.</summary>
static class IndicatorMessages
{
    public static Indicator Of(IndicatorRow row) => new()
    {
        Name = ResourceNames.Indicator(row.Id),
        DisplayName = row.Measure,
        Unit = row.Unit,
        Task = row.Task,
        Workstream = row.Workstream,
        LeadUnits = { row.LeadUnits },
        GrowthRate = row.GrowthRate,
        Withdrawn = row.Withdrawn,
    };

    public static TargetPoint Of(TargetRow row) => new()
    {
        Quarter = row.Quarter,
        YearToDateValue = Text(row.YearToDate),
        PeriodValue = Text(row.Period),
        Comparator = row.Comparator,
        Commitment = row.Commitment,
    };

    public static Observation Of(ObservationRow row, string unit) => new()
    {
        Name = $"{ResourceNames.Indicator(row.IndicatorId!)}/observations/{row.Id}",
        Quarter = row.Quarter,
        PeriodValue = Text(ReportedAmount.In(unit, row.Unit, row.Period)),
        YearToDateValue = Text(ReportedAmount.In(unit, row.Unit, row.YearToDate)),
        Report = row.Report,
        Revision = row.Revision,
        AcceptTime = row.AcceptTime.ToTimestamp(),
    };

    /// <summary>Decimal text without an exponent and without zeros at its end; empty for null.</summary>
    static string Text(decimal? value) => value?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "";
}
