using Suite.Reporting.Facts;
using Suite.Reporting.Wording;

namespace Suite.Reporting.Bulletins;

/// <summary>附件 数据来源: a row for every figure, with all that stands behind it.</summary>
static class AnnexPart
{
    const string Nothing = "—";

    public static Annex Compose(Wordings words, TimeZoneInfo zone, IReadOnlyList<Figure> figures) => new(
        words["Annex"], words["AnnexTitle"], words["AnnexNote"],
        new("", Columns(words), [.. figures.Select(figure => Row(words, zone, figure))]));

    static List<Column> Columns(Wordings words) =>
    [
        new(words["AnnexMark"], 13), new(words["AnnexFigure"], 43, Centred: false), new(words["AnnexValue"], 20), new(words["AnnexFormula"], 20),
        new(words["AnnexTask"], 33, Centred: false), new(words["AnnexReport"], 30, Centred: false),
        new(words["AnnexAuthor"], 22, Centred: false), new(words["AnnexApprover"], 22, Centred: false), new(words["AnnexReviewer"], 22, Centred: false),
    ];

    static IReadOnlyList<Inline> Row(Wordings words, TimeZoneInfo zone, Figure figure)
    {
        string[] rest = figure.Sources is [{ Value: not null } only]
            ? [ReportOf(words, only), Signed(words, zone, only.Author), Signed(words, zone, only.Approver), Signed(words, zone, only.Reviewer)]
            : [Reports(words, figure), Nothing, Nothing, Nothing];
        return
        [
            new Anchor(figure), new Run(figure.Label), new Run($"{Texts.Number(figure.Value)}{figure.Unit}"), new Run(FormulaOf(words, figure)),
            new Run(figure.Sources.Count == 0 ? words["AnnexNothing"] : words.Format("AnnexTaskNumbers", Texts.Ranges(figure.Sources.Select(s => s.TaskNumber)))),
            .. rest.Select(text => new Run(text)),
        ];
    }

    static string FormulaOf(Wordings words, Figure figure) => figure.Formula switch
    {
        ReportedFigure.Formula => words["AnnexReported"],
        ReportedFigure.ShareFormula => words["AnnexShare"],
        _ => words["AnnexCount"],
    };

    static string ReportOf(Wordings words, FigureSource source) => words.Format("AnnexReportOf", Texts.Line(source.UnitName ?? ""), source.Revision);

    static string Reports(Wordings words, Figure figure) =>
        figure.Sources.Where(s => s.Report is not null).Select(s => s.Report).Distinct().Count() is > 0 and var count ? words.Format("AnnexReports", count) : Nothing;

    static string Signed(Wordings words, TimeZoneInfo zone, Signature? signature) =>
        signature is null ? Nothing : $"{Texts.Line(signature.DisplayName)} {words.Moment(TimeZoneInfo.ConvertTime(signature.Time, zone).DateTime)}";
}
