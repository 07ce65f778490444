using Suite.Reporting.Bulletins;
using Suite.Reporting.Facts;
using Suite.Reporting.Leagues;
using Suite.Reporting.Wording;

namespace Suite.Reporting.Papers;

/// <summary>附件 数据来源: a row for every figure, with all that stands behind it.</summary>
static class AnnexPart
{
    public static Annex Compose(Wordings words, TimeZoneInfo zone, IReadOnlyList<Block> blocks, IReadOnlyList<Figure> figures, AuditMark? checkpoint) => new(
        words["Annex"], words["AnnexTitle"], words["AnnexNote"],
        new("", Columns(words), [.. figures.Select(figure => Row(words, zone, figure))]),
        checkpoint is null ? "" : words.Format("AnnexCheckpoint", checkpoint.Sequence, checkpoint.Hash))
    {
        Digest = new DigestPart(words, zone).Compose(blocks, figures),
    };

    static List<Column> Columns(Wordings words) =>
    [
        new(words["AnnexMark"]), new(words["AnnexFigure"], Centred: false), new(words["AnnexValue"]), new(words["AnnexFormula"]),
        new(words["AnnexTask"], Centred: false), new(words["AnnexReport"], Centred: false),
        new(words["AnnexAuthor"], Centred: false), new(words["AnnexApprover"], Centred: false), new(words["AnnexReviewer"], Centred: false),
    ];

    static IReadOnlyList<Inline> Row(Wordings words, TimeZoneInfo zone, Figure figure)
    {
        List<Inline> row = [new Anchor(figure), new Run(figure.Label), new Run($"{Texts.Number(figure.Value)}{figure.Unit}"), new Run(FormulaOf(words, figure))];
        // What a count was made from takes the rest of the row.
        row.AddRange(ObservedText.IsObserved(figure) ? ObservedText.Cells(words, zone, figure) : figure.Sources is [{ Value: not null } only]
            ? [
                new Run(TasksOf(words, figure)), new Run(words.Format("AnnexReportOf", Texts.Line(only.UnitName ?? ""), only.Revision)),
                new Run(Signed(words, zone, only.Author)), new Run(Signed(words, zone, only.Approver)), new Run(Signed(words, zone, only.Reviewer)),
            ]
            : [new Run(TasksOf(words, figure) + Reports(words, figure))]);
        return row;
    }

    static string FormulaOf(Wordings words, Figure figure) => figure.Formula switch
    {
        ReportedFigure.Formula => words["AnnexReported"],
        ReportedFigure.ShareFormula => words["AnnexShare"],
        var formula => LeagueWords.Formula(words, formula) ?? words["AnnexCount"],
    };

    static string TasksOf(Wordings words, Figure figure) =>
        figure.Sources.Count == 0 ? words["AnnexNothing"] : words.Format("AnnexTaskNumbers", Texts.Ranges(figure.Sources.Select(s => s.TaskNumber)));

    static string Reports(Wordings words, Figure figure) =>
        figure.Sources.Where(s => s.Report is not null).Select(s => s.Report).Distinct().Count() is > 0 and var count ? words.Format("AnnexReports", count) : "";

    public static string Signed(Wordings words, TimeZoneInfo zone, Signature? signature) =>
        signature is null ? "" : $"{Texts.Line(signature.DisplayName)} {words.Moment(TimeZoneInfo.ConvertTime(signature.Time, zone).DateTime)}";
}
