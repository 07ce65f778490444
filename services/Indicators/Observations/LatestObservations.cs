using Suite.Indicators.Storage;

namespace Suite.Indicators.Observations;

/// <summary>Which of the observations of an indicator counts.</summary>
public static class LatestObservations
{
    /// <summary>
    /// The observation of each quarter that was accepted last, in order of the quarters, whatever the order they arrived in. Of
    /// one report that answers two commitments of the same measure, the later commitment counts.
    /// </summary>
    public static IReadOnlyList<ObservationRow> Of(IEnumerable<ObservationRow> observations) =>
        [.. observations.GroupBy(o => o.Quarter).OrderBy(quarter => quarter.Key).Select(Last)];

    static ObservationRow Last(IEnumerable<ObservationRow> quarter) =>
        quarter.OrderBy(o => o.AcceptTime).ThenBy(o => o.Revision).ThenBy(o => o.Id.Length).ThenBy(o => o.Id, StringComparer.Ordinal).Last();
}
