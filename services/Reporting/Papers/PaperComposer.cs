using Suite.Reporting.Bulletins;
using Suite.Reporting.Facts;
using Suite.Reporting.Leagues;
using Suite.Reporting.Wording;

namespace Suite.Reporting.Papers;

/// <summary>Writes a document of any kind from what is known. The same facts and the same order give the same document.</summary>
/// <param name="zone">Where the issuers are: dates and times are told as they were there.</param>
public sealed class PaperComposer(TimeZoneInfo zone)
{
    static readonly Dictionary<PaperKind, Func<Draft, PaperBody>> Kinds = new()
    {
        [PaperKind.Bulletin] = BulletinText.Compose,
        [PaperKind.Scorecard] = ScorecardText.Compose,
        [PaperKind.Portfolio] = PortfolioText.Compose,
        [PaperKind.MeetingList] = SheetTexts.MeetingList,
        [PaperKind.WorkReportAnnex] = WorkReportText.Compose,
        [PaperKind.PlanTable] = SheetTexts.PlanTable,
        [PaperKind.LeagueTable] = draft => draft.Subject.Length > 0 ? LeagueText.Compose(draft) : SheetTexts.LeagueTable(draft),
    };

    /// <param name="previous">The figures of the version that this one corrects; null for a first version.</param>
    public Paper Compose(PlanFacts facts, PaperOrder order, IReadOnlyList<Figure>? previous = null)
    {
        var words = Wordings.In(order.Language);
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(facts.AsOf, zone).DateTime);
        var draft = new Draft(facts.Quarter(order.Quarter), words, date, new()) { Plan = facts, Subject = order.Subject };
        var body = Kinds[order.Kind](draft);
        var blocks = Captions.Numbered(
            words, previous is null ? body.Blocks : [.. CorrectionPart.Compose(words, order.Version, previous, draft.Figures.Figures), .. body.Blocks]);
        return new(
            IssuerNames.IssuerOf(facts.Plan), words[$"Kind{order.Kind}"], NumberOf(words, facts.Plan, order), body.TitleLines, body.Salutation, blocks,
            body.Closing, words["AttachmentNote"], draft.Day, AnnexPart.Compose(words, zone, blocks, draft.Figures.Figures, order.Checkpoint), draft.Figures.Figures)
        {
            Language = order.Language,
            FileName = FileNameOf(words, facts.Plan, order, body.Name),
        };
    }

    /// <summary>督查通报-2024-第1期-一季度: without what a file's name must not hold.</summary>
    static string FileNameOf(Wordings words, KnownPlan plan, PaperOrder order, string name)
    {
        var safe = string.Concat(Texts.Excerpt(name, 40).Where(c => !"/\\:*?\"<>|.".Contains(c, StringComparison.Ordinal)));
        return words.Format(
            "FileName", words[$"Kind{order.Kind}"] + (safe.Length > 0 ? "-" + safe : ""), plan.Year,
            order.Number, words.Quarter(order.Quarter)) + (order.Version > 1 ? words.Format("FileNameVersion", order.Version - 1) : "");
    }

    static string NumberOf(Wordings words, KnownPlan plan, PaperOrder order) =>
        words.Format(order.Kind == PaperKind.Bulletin ? "DocumentNumber" : "SheetNumber", plan.Year, order.Number)
        + (order.Version > 1 ? words.Format("NumberVersion", order.Version - 1) : "");
}
