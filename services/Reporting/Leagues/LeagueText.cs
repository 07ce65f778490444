using Suite.Reporting.Papers;

namespace Suite.Reporting.Leagues;

/// <summary>擂台比拼: the table of a league of the service indicators in a period.</summary>
static class LeagueText
{
    const int LongestName = 60;

    public static PaperBody Compose(Draft draft)
    {
        var (words, facts) = (draft.Words, draft.Plan!.League ?? throw new InvalidOperationException("The table of the league was not read."));
        var (table, name) = (facts.Table, Texts.Excerpt(facts.Table.Name, LongestName));
        var figures = new LeagueFigures(draft, table);
        var (lead, sheets) = (new LeagueLead(draft, facts, figures), new LeagueSheets(draft, table, figures));
        var period = LeagueWords.Period(words, table.Period);
        return new(
            [words.Format("LeagueTableTitle", period, name), words["LeagueTableTitleWhat"]], "",
            [
                .. Headings.Numbered(words,
                [
                    new Heading(1, words["PartOverall"]), lead.Standing(), lead.Moves(), sheets.Total(), .. sheets.Bars(),
                    new Heading(1, words["LeaguePartValues"]), lead.Missing(), .. sheets.Values(),
                    new Heading(1, words["LeaguePartRules"]), lead.Method(), sheets.Parts(), lead.Basis(),
                ]),
            ], "", $"{name} {table.Period}");
    }
}
