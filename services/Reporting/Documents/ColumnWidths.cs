using Suite.Reporting.Papers;

namespace Suite.Reporting.Documents;

/// <summary>
/// Widths of a table's columns, worked out from what stands in them: no number and no word is broken, heads take one line where there is room and two
/// where there is not, and the rest goes to long texts so that rows are as low as can be.
/// </summary>
static class ColumnWidths
{
    /// <summary>What texts have before heads are given a line of their own, in ems.</summary>
    const double Fair = 5;

    /// <summary>A column with nothing longer than this many ems, names of people above all, stands in one line where there is room.</summary>
    const double Short = 7.5;

    /// <summary>A piece longer than this many ems may be broken after all: it would take the room of all other columns.</summary>
    const double LongestPiece = 10;

    /// <summary>How much longer texts count than shorter ones. A column of width w has rows about length / w high; a row is as high as its highest cell, which a
    /// sum of powers comes near to, and for the sum of (length / w) to this power over all cells the widths below are the best.</summary>
    const double Power = 4;

    /// <param name="width">Of the whole table.</param>
    /// <param name="em">Of the cells' font, in the unit of <paramref name="width"/>.</param>
    /// <param name="around">What a cell adds to its text at both sides together.</param>
    /// <returns>A width for each column; together the whole width.</returns>
    public static IReadOnlyList<int> Of(Table table, int width, int em, int around)
    {
        var needs = table.Columns.Select((column, at) => Need.Of(column, Texts(table, at), em, around)).ToList();
        var least = needs.Select(n => n.Least).ToArray();
        if (least.Sum() is var sum && sum > width) return Rounded([.. least.Select(w => w * width / sum)], width);
        Raise(n => n.Fair);
        Raise(n => n.Good);
        var widths = Filled(needs, least, width);
        var left = Math.Max(0, width - widths.Sum());
        // Where everything stands in one line, texts have the room that is left.
        var texts = needs.All(n => n.Centred) ? needs : [.. needs.Where(n => !n.Centred)];
        var whole = texts.Sum(n => n.Whole);
        return Rounded([.. needs.Select((n, at) => widths[at] + (texts.Contains(n) ? left * n.Whole / whole : 0))], width);

        // Those that want the least first.
        void Raise(Func<Need, double> to)
        {
            foreach (var (at, need) in needs.Index().OrderBy(n => to(n.Item) - least[n.Index]))
                least[at] += Math.Clamp(width - least.Sum(), 0, Math.Max(0, to(need) - least[at]));
        }
    }

    /// <summary>By weight, none below its least nor above what it needs as a whole.</summary>
    static double[] Filled(List<Need> needs, double[] least, int width)
    {
        var (low, high) = (0d, 2d * width);
        for (var step = 0; step < 50; step++)
        {
            var middle = (low + high) / 2;
            if (At(middle).Sum() <= width) low = middle;
            else high = middle;
        }

        return At(low);

        double[] At(double scale) => [.. needs.Select((n, at) => Math.Max(least[at], Math.Min(n.Whole, n.Weight * scale)))];
    }

    static List<string> Texts(Table table, int column) =>
        [.. table.Rows.Where(row => column < row.Count - 1 || row.Count == table.Columns.Count).Select(row => Plain.Of(row[column]))];

    /// <summary>Whole numbers; what rounding leaves goes to the widest.</summary>
    static int[] Rounded(double[] widths, int width)
    {
        var rounded = widths.Select(w => (int)w).ToArray();
        rounded[Array.IndexOf(rounded, rounded.Max())] += width - rounded.Sum();
        return rounded;
    }

    /// <param name="Least">Nothing is broken that must not be.</param>
    /// <param name="Fair">Lines of texts are no mere stubs.</param>
    /// <param name="Good">The head and short contents in one line.</param>
    /// <param name="Whole">Everything in one line.</param>
    /// <param name="Weight">How long the texts are.</param>
    sealed record Need(double Least, double Fair, double Good, double Whole, double Weight, bool Centred)
    {
        public static Need Of(Column column, List<string> texts, int em, int around)
        {
            var ems = texts.Select(TextMeasure.Ems).DefaultIfEmpty(0).ToList();
            var (piece, head) = (Math.Min(LongestPiece, texts.Select(TextMeasure.WidestPiece).DefaultIfEmpty(0).Max()), TextMeasure.Ems(column.Title));
            var (body, whole) = (ems.Max(), Math.Max(head, ems.Max()));
            var least = Math.Max(piece, Math.Min(LongestPiece, TextMeasure.NarrowestIn(2, column.Title)));
            return new(
                Wide(least), Wide(Math.Max(least, Math.Min(body, ColumnWidths.Fair))),
                Wide(Math.Max(Math.Max(least, Math.Min(LongestPiece, head)), body <= Short ? body : ColumnWidths.Fair)), Wide(whole),
                Math.Pow(ems.Sum(e => Math.Pow(e, Power)), 1 / (Power + 1)), column.Centred);

            double Wide(double text) => (text * em) + around;
        }
    }
}
