using Suite.Reporting.Leagues;
using Suite.Reporting.Wording;

namespace Suite.Reporting.Papers;

/// <summary>
/// 附件 数据来源 on paper: a row for each report that is quoted, each paragraph that counts and each table, with the marks of all its figures. What
/// stands behind each single count is told by the page, the workbook and the copy with comments, whose space costs nothing.
/// </summary>
sealed class DigestPart(Wordings words, TimeZoneInfo zone)
{
    const int LongestRanges = 90;

    /// <summary>Cells of a row that quotes no report.</summary>
    const int Unsigned = 2;

    readonly HashSet<int> _told = [];

    public Table Compose(IReadOnlyList<Block> blocks, IReadOnlyList<Figure> figures)
    {
        List<IReadOnlyList<Inline>> rows =
        [
            .. blocks.SelectMany(block => block switch
            {
                Paragraph paragraph => Rows(Told(paragraph.Inlines), Counted),
                Table table => Rows(Told(table.Rows.SelectMany(r => r)), counts => Tabled(table, counts)),
                _ => [],
            }),
            .. Rows(figures.Where(f => _told.Add(f.Ordinal)).ToList(), Counted),
        ];
        Column[] signed = rows.All(r => r.Count <= Unsigned)
            ? []
            : [
                new(words["AnnexReport"], Centred: false), new(words["AnnexAuthor"], Centred: false), new(words["AnnexApprover"], Centred: false),
                new(words["AnnexReviewer"], Centred: false),
            ];
        return new("", [new(words["AnnexMark"]), new(words["DigestFigures"], Centred: false), .. signed], rows);
    }

    /// <summary>The figures that are told here for the first time.</summary>
    List<Figure> Told(IEnumerable<Inline> inlines) =>
        [.. inlines.Select(i => i switch { Quote quote => quote.Figure, Cell cell => cell.Figure, _ => null }).OfType<Figure>().Where(f => _told.Add(f.Ordinal))];

    IEnumerable<IReadOnlyList<Inline>> Rows(List<Figure> figures, Func<List<Figure>, IReadOnlyList<Inline>> counted)
    {
        var counts = figures.Where(f => ReportOf(f) is null).ToList();
        if (counts.Count > 0) yield return counted(counts);
        foreach (var report in figures.Where(f => ReportOf(f) is not null).GroupBy(f => (ReportOf(f)!.Report, ReportOf(f)!.Revision))) yield return Reported([.. report]);
    }

    /// <summary>The report a figure was taken from; null for counts.</summary>
    static FigureSource? ReportOf(Figure figure) => figure.Sources is [{ Value: not null } only] ? only : null;

    IReadOnlyList<Inline> Reported(List<Figure> figures)
    {
        var source = ReportOf(figures[0])!;
        return
        [
            new Anchors(figures), new Run(string.Join(words["ClauseJoin"], figures.Select(Said))),
            new Run(words.Format("DigestReport", source.TaskNumber, Texts.Line(source.UnitName ?? ""), source.Revision)),
            new Run(AnnexPart.Signed(words, zone, source.Author)), new Run(AnnexPart.Signed(words, zone, source.Approver)), new Run(AnnexPart.Signed(words, zone, source.Reviewer)),
        ];
    }

    IReadOnlyList<Inline> Counted(List<Figure> figures) =>
        [new Anchors(figures), new Run(string.Join(words["ClauseJoin"], figures.Select(f => Said(f) + Ranges(f))) + Observed(figures))];

    IReadOnlyList<Inline> Tabled(Table table, List<Figure> figures) =>
    [
        new Anchors(figures),
        new Run(figures.Exists(ObservedText.IsObserved) ? ObservedText.Summary(words, zone, table.Title, figures) : words.Format(
            "DigestTable", table.Title, Counted("TaskUnit", figures.SelectMany(f => f.Sources).Select(s => s.Task)),
            Counted("ReportUnit", figures.SelectMany(f => f.Sources).Select(s => s.Report).OfType<string>()))),
    ];

    string Counted(string unit, IEnumerable<string> names) => Numbered(unit, names.Distinct().Count());

    string Numbered(string unit, int count) => $"{count}{words.Unit(unit, count)}";

    string Observed(List<Figure> figures) => figures.Exists(ObservedText.IsObserved) ? words["ClauseJoin"] + ObservedText.Summary(words, zone, words["ObservedTitle"], figures) : "";

    static string Said(Figure figure) => $"{figure.Label} {figure.Text}";

    string Ranges(Figure figure)
    {
        if (figure.Sources.Count == 0 || ObservedText.IsObserved(figure)) return "";
        var ranges = Texts.Ranges(figure.Sources.Select(s => s.TaskNumber));
        return words.Format("DigestTasks", ranges.Length <= LongestRanges ? words.Format("AnnexTaskNumbers", ranges) : words["DigestMany"]);
    }
}
