using Suite.Reporting.Facts;
using Suite.Reporting.Wording;

namespace Suite.Reporting.Bulletins;

/// <summary>Writes a quarter's bulletin from what is known of it.</summary>
/// <param name="zone">Where the issuer is: dates and times are told as they were there.</param>
public sealed class BulletinComposer(Wordings words, TimeZoneInfo zone)
{
    /// <summary>Words that end the name of a table and not the name of the work it is about.</summary>
    static readonly string[] TableWords = ["任务分解表", "分解表", "任务清单", "任务表"];

    /// <param name="number">Of the bulletin within the plan's year.</param>
    public Bulletin Compose(QuarterFacts facts, int number)
    {
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(facts.AsOf, zone).DateTime);
        var draft = new Draft(facts, words, date, new());
        var overall = new OverallPart(draft);
        List<Block> blocks =
        [
            new Paragraph([new Run(words.Format("Intro", Texts.Line(facts.Plan.Title), facts.Plan.Year, draft.Quarter))]),
            .. overall.Blocks,
            .. SectionsPart.Compose(draft),
            .. ProgressPart.Compose(draft),
            .. TroublesPart.Compose(draft, overall),
            .. MissingPart.Compose(draft),
        ];
        var issuer = IssuerOf(facts.Plan);
        return new(
            issuer, words["Kind"], words.Format("DocumentNumber", facts.Plan.Year, number),
            [words.Format("TitleAbout", issuer, Subject(facts.Plan)), words.Format("TitleWhat", draft.Quarter)],
            words["Salutation"], blocks, words["ClosingFormula"], words["AttachmentNote"], draft.Day, AnnexPart.Compose(words, zone, draft.Figures.Figures),
            draft.Figures.Figures);
    }

    /// <summary>The issuer without what stands in brackets after it: the office within it that made the table.</summary>
    public static string IssuerOf(KnownPlan plan)
    {
        var issuer = Texts.Line(plan.Issuer);
        var bracket = issuer.IndexOfAny(['（', '(']);
        return bracket > 0 ? issuer[..bracket] : issuer;
    }

    static string Subject(KnownPlan plan)
    {
        var title = Texts.Line(plan.Title);
        var word = TableWords.FirstOrDefault(w => title.EndsWith(w, StringComparison.Ordinal) && title.Length > w.Length);
        return word is null ? title : title[..^word.Length];
    }
}
