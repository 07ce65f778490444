using Suite.Reporting.Papers;

namespace Suite.Reporting.Bulletins;

/// <summary>督查通报: what a quarter's bulletin says.</summary>
static class BulletinText
{
    public static PaperBody Compose(Draft draft)
    {
        var (words, plan) = (draft.Words, draft.Facts.Plan);
        var overall = new OverallPart(draft);
        return new(
            [words.Format("TitleAbout", IssuerNames.IssuerOf(plan), IssuerNames.SubjectOf(plan)), words.Format("TitleWhat", draft.Quarter)],
            words["Salutation"],
            [
                new Paragraph([new Run(words.Format("Intro", Texts.Line(plan.Title), plan.Year, draft.Quarter))], "intro"),
                .. Headings.Numbered(words,
                [
                    .. overall.Blocks,
                    .. SectionsPart.Compose(draft),
                    .. LeadersPart.Compose(draft),
                    .. ProgressPart.Compose(draft),
                    .. TroublesPart.Compose(draft, overall),
                    .. MissingPart.Compose(draft),
                    .. RankingPart.Compose(draft),
                    .. AdjustmentPart.Compose(draft),
                    .. CasesPart.Compose(draft),
                    new Paragraph([new Run(words["Closing"])], "closing"),
                ]),
            ],
            words["ClosingFormula"]);
    }
}
