using System.Globalization;

namespace Suite.Indicators.Periods;

/// <summary>A month, quarter, half-year or year: 2024-03, 2024Q1, 2024H1, 2024. Periods of one type stand in order of their codes.</summary>
/// <param name="Code">Year × 1000 + type × 100 + number within the year, e.g. 2024103 for March 2024.</param>
public readonly record struct Period(int Code)
{
    public const int FirstYear = 1949;
    public const int LastYear = 2200;

    public int Year => Code / 1000;

    public PeriodType Type => (PeriodType)(Code / 100 % 10);

    /// <summary>Counts from 1 within the year.</summary>
    public int Number => Code % 100;

    /// <summary>True for December, the fourth quarter, the second half, the year.</summary>
    public bool EndsYear => Number == PerYear(Type);

    public Period Next => Number < PerYear(Type) ? new(Code + 1) : Of(Type, Year + 1, 1);

    public Period Previous => Number > 1 ? new(Code - 1) : Of(Type, Year - 1, PerYear(Type));

    /// <summary>First day after it.</summary>
    public DateOnly End
    {
        get
        {
            var months = 12 / PerYear(Type) * Number;
            return months == 12 ? new(Year + 1, 1, 1) : new(Year, months + 1, 1);
        }
    }

    public static Period Of(PeriodType type, int year, int number) => new((year * 1000) + ((int)type * 100) + number);

    public static int PerYear(PeriodType type) => type switch { PeriodType.Month => 12, PeriodType.Quarter => 4, PeriodType.HalfYear => 2, _ => 1 };

    /// <summary>The same period of another year.</summary>
    public Period InYear(int year) => Of(Type, year, Number);

    /// <summary>The last period of a type that is no longer than this one: December for a year. Null for a longer type.</summary>
    public Period? LastOf(PeriodType type)
    {
        var (own, finer) = (PerYear(Type), PerYear(type));
        return finer >= own && finer % own == 0 ? Of(type, Year, Number * (finer / own)) : null;
    }

    /// <summary>This many periods later, or earlier where negative.</summary>
    public Period Plus(int count)
    {
        var per = PerYear(Type);
        var at = (Year * per) + Number - 1 + count;
        return Of(Type, at / per, (at % per) + 1);
    }

    /// <returns>Null for a text that is no period of 1949 to 2200.</returns>
    public static Period? Read(string text)
    {
        if (text.Length is not (4 or 6 or 7) || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return null;
        if (year is < FirstYear or > LastYear) return null;
        if (text.Length == 4) return Of(PeriodType.Year, year, 1);
        PeriodType? type = (text[4], text.Length) switch { ('-', 7) => PeriodType.Month, ('Q', 6) => PeriodType.Quarter, ('H', 6) => PeriodType.HalfYear, _ => null };
        return type is { } known && int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= PerYear(known)
            ? Of(known, year, number)
            : null;
    }

    public override string ToString() => Type switch
    {
        PeriodType.Month => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Number:00}"),
        PeriodType.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year}Q{Number}"),
        PeriodType.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{Year}H{Number}"),
        _ => Year.ToString(CultureInfo.InvariantCulture),
    };
}
