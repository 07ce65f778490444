using System.Globalization;
using Suite.Tasks.V1;

namespace Suite.Year.Tests;

static class FigureValues
{
    public static decimal Period(this Figure figure) => decimal.Parse(figure.PeriodValue, CultureInfo.InvariantCulture);

    public static decimal YearToDate(this Figure figure) => decimal.Parse(figure.YearToDateValue, CultureInfo.InvariantCulture);
}
