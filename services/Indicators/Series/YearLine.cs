namespace Suite.Indicators.Series;

/// <summary>
/// A year of one amount, quarter by quarter, both within the quarter and from 1 January. The two say the same: the year to date is
/// the sum of the quarters so far, and a quarter is the difference of two years to date. What is not known and cannot be
/// derived is null.
/// </summary>
public sealed class YearLine
{
    public const int Quarters = 4;

    readonly decimal?[] _yearToDate = new decimal?[Quarters + 1];
    readonly decimal?[] _period = new decimal?[Quarters + 1];

    YearLine() => _yearToDate[0] = 0;

    /// <summary>From 1 January to the end of the quarter; 0 for quarter 0.</summary>
    public decimal? YearToDate(int quarter) => _yearToDate[quarter];

    /// <summary>Within the quarter, 1 to 4.</summary>
    public decimal? Period(int quarter) => _period[quarter];

    /// <summary>
    /// The line through the amounts given. Where several end with the same quarter, each of the two values comes from the earliest in
    /// the list that tells it.
    /// </summary>
    public static YearLine Through(IReadOnlyList<Amount> amounts)
    {
        var line = new YearLine();
        for (var quarter = 1; quarter <= Quarters; quarter++) line.Fill(quarter, amounts.Where(a => a.Last == quarter).ToList());
        return line;
    }

    void Fill(int quarter, List<Amount> due)
    {
        _yearToDate[quarter] = due.Select(a => _yearToDate[a.First - 1] + a.Value).FirstOrDefault(sum => sum is not null);
        _period[quarter] = due.Find(a => a.First == quarter)?.Value ?? _yearToDate[quarter] - _yearToDate[quarter - 1];
    }

    /// <summary>An amount that counts from the start of quarter <paramref name="First"/> to the end of quarter <paramref name="Last"/>.</summary>
    public sealed record Amount(int First, int Last, decimal Value);
}
