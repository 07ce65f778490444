using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Suite.Indicators.Observations;
using Suite.Indicators.Periods;
using Suite.Indicators.Storage;

namespace Suite.Indicators.Figures;

/// <summary>
/// Takes observations of accepted reports over into the series of their indicators. Which of two counts is told by when the office accepted them,
/// then by revision and commitment: the order in which events arrive makes no difference.
/// </summary>
public sealed class ReportFigures(IndicatorsDbContext db, FigureStore store, TimeProvider clock)
{
    /// <param name="observations">Attached to indicators, and not taken over before.</param>
    public async Task TakeOverAsync(IReadOnlyCollection<ObservationRow> observations, IReadOnlyCollection<IndicatorRow> indicators, CancellationToken cancellation)
    {
        var owners = indicators.ToDictionary(i => i.Id);
        var attached = observations.Where(o => o.IndicatorId is { } id && owners.TryGetValue(id, out var owner) && owner.Year > 0).ToList();
        if (attached.Count == 0) return;
        await db.SaveChangesAsync(cancellation);
        var names = attached.Select(o => ResourceNames.Indicator(o.IndicatorId!)).Distinct().ToList();
        var keys = await db.MeasureKeys.AsNoTracking().Where(k => names.Contains(k.Name)).ToDictionaryAsync(k => k.Name, k => k.Number, cancellation);
        var sources = await SourcesAsync(attached, cancellation);
        var change = await store.ReserveAsync(attached.Count, cancellation);
        await store.WriteAsync(attached.Select((o, at) => Of(o, owners[o.IndicatorId!], keys[ResourceNames.Indicator(o.IndicatorId!)], sources[(o.Report, o.Revision)], change + at + 1)), cancellation);
    }

    async Task<Dictionary<(string, int), int>> SourcesAsync(List<ObservationRow> observations, CancellationToken cancellation)
    {
        var sources = observations.Select(o => (o.Report, o.Revision, o.Author)).Distinct()
            .Select(r => new FigureSource { Origin = r.Report, Revision = r.Revision, Author = r.Author, Time = FigureDesk.Micro(clock.GetUtcNow()) }).ToList();
        db.AddRange(sources);
        await db.SaveChangesAsync(cancellation);
        return sources.ToDictionary(s => (s.Origin, s.Revision), s => s.Number);
    }

    static Figure Of(ObservationRow o, IndicatorRow owner, int measure, int source, long change) => new(
        new(measure, 0, Period.Of(PeriodType.Quarter, owner.Year, o.Quarter)), FigureDesk.Micro(o.AcceptTime), Mark(o), change, source, FigureStatus.Final, Comparator.Eq,
        ReportedAmount.In(owner.Unit, o.Unit, o.Period), ReportedAmount.In(owner.Unit, o.Unit, o.YearToDate), null, null, null);

    /// <summary>Revision, then commitment, then something that tells two reports apart; always greater than 0.</summary>
    static long Mark(ObservationRow o)
    {
        var commitment = int.TryParse(ResourceNames.Last(o.Commitment), NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) ? ordinal & 0xFFFFF : 0;
        var report = BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(o.Report))) & 0xFFFFF;
        return ((long)(o.Revision & 0x3FFFFF) << 40) | ((long)commitment << 20) | report;
    }
}
