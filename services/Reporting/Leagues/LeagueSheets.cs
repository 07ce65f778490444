using System.Globalization;
using Suite.Reporting.Papers;

namespace Suite.Reporting.Leagues;

/// <summary>The tables and the chart of a league's document.</summary>
sealed class LeagueSheets(Draft draft, KnownLeague table, LeagueFigures figures)
{
    public const string PartsKey = "LeagueParts";

    /// <summary>Indicators that stand side by side on a page.</summary>
    const int Abreast = 3;

    /// <summary>Bars of a chart that can still be read.</summary>
    const int Drawn = 20;

    /// <summary>名次, 得分, beside those of the period before, and what moved them.</summary>
    public Table Total()
    {
        var words = draft.Words;
        List<Column> columns = [new(words["ColumnRank"]), new(words["ColumnEntity"], Centred: false), new(words["ColumnPoints"])];
        if (table.HasPrevious)
            columns.AddRange([
                new(words["ColumnPreviousRank"]), new(words["ColumnMove"]), new(words["ColumnPreviousPoints"]), new(words["ColumnMovedBy"], Centred: false),
                new(words["ColumnChanged"]),
            ]);
        return new(words["LeagueTotalTable"], [.. columns, new(words["ColumnMarks"])], [.. table.Rows.Select(Row)]);
    }

    /// <summary>What each indicator weighs, which way it is read, and between which values it lies.</summary>
    public Table Parts()
    {
        var words = draft.Words;
        return new(words["LeaguePartsTable"],
            [
                new(words["ColumnIndicator"], Centred: false), new(words["ColumnMeasureUnit"]), new(words["ColumnBetter"]), new(words["ColumnWeight"]), new(words["ColumnKnown"]),
                new(words["ColumnBest"]), new(words["ColumnWorst"]), new(words["ColumnMarks"]),
            ], [.. table.Parts.Select((part, at) => Part(part, at))]) { Key = PartsKey };
    }

    /// <summary>Values and points, a few indicators in each.</summary>
    public IEnumerable<Table> Values()
    {
        var chunks = Enumerable.Range(0, table.Parts.Count).Chunk(Abreast).ToList();
        return chunks.Select((parts, at) => new Table(
            chunks.Count > 1 ? draft.Words.Format("LeagueValuesTableOf", draft.Words.Ordinal(at + 1)) : draft.Words["LeagueValuesTable"],
            [
                new(draft.Words["ColumnRank"]), new(draft.Words["ColumnEntity"], Centred: false),
                .. parts.SelectMany(p => new Column[] { new(LeagueWords.Head(draft.Words, table.Parts[p])), new(draft.Words["ColumnScaled"]) }), new(draft.Words["ColumnMarks"]),
            ], [.. table.Rows.Select(row => Values(row, parts))]));
    }

    /// <summary>The first of the table, this period beside the one before.</summary>
    public IEnumerable<Chart> Bars()
    {
        var words = draft.Words;
        var shown = table.Ranked.Take(Drawn).ToList();
        if (shown.Count < 2) yield break;
        List<ChartSeries> series = [new(words["LeagueNow"], "1E88E5", [.. shown.Select(r => Math.Round(r.Score ?? 0, 2, MidpointRounding.AwayFromZero))])];
        if (table.HasPrevious && shown.TrueForAll(r => r.PreviousScore is not null))
            series.Add(new(words["LeagueBefore"], "B0BEC5", [.. shown.Select(r => Math.Round(r.PreviousScore!.Value, 2, MidpointRounding.AwayFromZero))]));
        yield return new(words.Format("LeagueChart", shown.Count), [.. shown.Select(r => Texts.Line(r.Name))], series, Stacked: false);
    }

    IReadOnlyList<Inline> Row(LeagueRow row)
    {
        var words = draft.Words;
        List<Figure> told = [];
        List<Inline> cells =
        [
            row.Rank > 0 ? Cell(figures.Rank(row, words["ColumnRank"])) : new Run(words["LeagueUnranked"]), new Run(Texts.Line(row.Name)),
            row.Score is not null ? Cell(figures.Score(row, words["ColumnPoints"])) : new Run(""),
        ];
        if (table.HasPrevious)
            cells.AddRange([
                row.PreviousRank > 0 ? Cell(figures.PreviousRank(row, words["ColumnPreviousRank"])) : new Run(""),
                row.Move is not null ? Cell(figures.Move(row, words["ColumnMove"])) : new Run(""),
                row.PreviousScore is not null ? Cell(figures.PreviousScore(row, words["ColumnPreviousPoints"])) : new Run(""),
                new Run(row.MovedBy is { } part ? LeagueWords.Part(words, table.Parts[part]) : ""),
                row.MovedBy is { } moved ? Cell(figures.Change(row, moved, words["ColumnChanged"])) : new Run(""),
            ]);
        return [.. cells, MarksOf(told)];

        Cell Cell(Figure figure) => CellOf(told, figure);
    }

    IReadOnlyList<Inline> Part(LeaguePart part, int at)
    {
        List<Figure> told = [];
        return
        [
            new Run(LeagueWords.Part(draft.Words, part)), new Run(LeagueWords.Unit(draft.Words, part)), new Run(LeagueWords.Better(draft.Words, part)),
            CellOf(told, figures.Weight(at)), CellOf(told, figures.Known(at)), Extreme(best: true), Extreme(best: false), MarksOf(told),
        ];

        Inline Extreme(bool best) => figures.Extreme(at, best) is { } figure ? CellOf(told, figure) : new Run("");
    }

    IReadOnlyList<Inline> Values(LeagueRow row, int[] parts)
    {
        List<Figure> told = [];
        List<Inline> cells = [new Run(row.Rank > 0 ? row.Rank.ToString(CultureInfo.InvariantCulture) : draft.Words["LeagueUnranked"]), new Run(Texts.Line(row.Name))];
        foreach (var part in parts)
        {
            var missing = row.Values[part].Value is null;
            cells.Add(missing ? new Run(draft.Words["LeagueLacking"]) : CellOf(told, figures.Value(row, part)));
            cells.Add(missing && table.Missing == MissingRule.NotRanked ? new Run("") : CellOf(told, figures.Points(row, part)));
        }

        return [.. cells, MarksOf(told)];
    }

    static Cell CellOf(List<Figure> told, Figure figure)
    {
        told.Add(figure);
        return new(figure);
    }

    static Inline MarksOf(List<Figure> told) => told.Count > 0 ? new Marks(told[0], told[^1]) : new Run("");
}
