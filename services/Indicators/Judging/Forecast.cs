using Suite.Indicators.Periods;

namespace Suite.Indicators.Judging;

/// <summary>The ways to say what the year's end will bring; each can be told in one sentence.</summary>
public enum ForecastMethod
{
    /// <summary>The rest of the year brings what it brought last year.</summary>
    SeasonalNaive = 1,

    /// <summary>The year so far is the share of the year that it was in earlier years.</summary>
    ShareOfYear = 2,

    /// <summary>The rest of the year grows against last year as the year so far has.</summary>
    Trend = 3,
}

/// <summary>What a method says, and how far it was off in earlier years.</summary>
/// <param name="Error">Mean absolute error in % of what the years then brought; null where no year could be tried.</param>
/// <param name="Tried">How many years it was tried on.</param>
public sealed record Forecast(ForecastMethod Method, decimal Value, decimal Low, decimal High, decimal? Error, int Tried);

/// <summary>Forecasts of a year's total of a flow, from the years to date.</summary>
/// <param name="yearToDate">The year to date of a period; null where it is not known.</param>
public sealed class YearForecasts(Func<Period, decimal?> yearToDate)
{
    /// <summary>Years looked back on.</summary>
    const int Back = 5;

    /// <summary>What each method says from what is known at the period's end, the one with the least error first.</summary>
    public IReadOnlyList<Forecast> At(Period now) =>
        [.. Enum.GetValues<ForecastMethod>().Select(m => Of(m, now)).OfType<Forecast>().OrderBy(f => f.Tried == 0).ThenBy(f => f.Error).ThenBy(f => f.Method)];

    /// <summary>Null also where amounts are so far apart that a decimal cannot hold what they make.</summary>
    Forecast? Of(ForecastMethod method, Period now)
    {
        try
        {
            return Value(method, now) is { } value ? Tried(method, now, value) : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    Forecast Tried(ForecastMethod method, Period now, decimal value)
    {
        var errors = Enumerable.Range(1, Back).Select(back => Error(method, now.InYear(now.Year - back))).OfType<decimal>().ToList();
        var widest = errors.Count > 0 ? errors.Max(Math.Abs) : 0;
        var margin = Math.Abs(value) * widest;
        return new(method, value, value - margin, value + margin, errors.Count > 0 ? errors.Average(Math.Abs) * 100 : null, errors.Count);
    }

    /// <summary>By which share of the year's total the method was off, had it been used then.</summary>
    decimal? Error(ForecastMethod method, Period then) =>
        Total(then.Year, then) is { } total && total != 0 && Value(method, then) is { } value ? (value - total) / Math.Abs(total) : null;

    decimal? Value(ForecastMethod method, Period now)
    {
        if (yearToDate(now) is not { } known || now.EndsYear) return yearToDate(now);
        return method switch
        {
            ForecastMethod.SeasonalNaive => known + Total(now.Year - 1, now) - yearToDate(now.InYear(now.Year - 1)),
            ForecastMethod.ShareOfYear => Share(now) is { } share and not 0 ? known / share : null,
            _ => yearToDate(now.InYear(now.Year - 1)) is { } before and not 0 ? Total(now.Year - 1, now) * (known / before) : null,
        };
    }

    /// <summary>The mean share of the year that earlier years had brought by then; null without any.</summary>
    public decimal? Share(Period now)
    {
        var shares = Enumerable.Range(1, Back).Select(back => now.InYear(now.Year - back))
            .Select(p => Total(p.Year, p) is { } total and not 0 && yearToDate(p) is { } then ? then / total : (decimal?)null).OfType<decimal>().ToList();
        return shares.Count == 0 ? null : shares.Average();
    }

    decimal? Total(int year, Period like) => yearToDate(Period.Of(like.Type, year, Period.PerYear(like.Type)));
}
