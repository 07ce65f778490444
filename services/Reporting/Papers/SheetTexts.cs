using Suite.Reporting.Bulletins;
using Suite.Reporting.Facts;

namespace Suite.Reporting.Papers;

/// <summary>Documents that are mostly one table: the list for a meeting, the plan as it stands, the league table.</summary>
static class SheetTexts
{
    const int LongestText = 160;

    /// <summary>督查调度会议题清单: red before yellow, then what is missing, unit by unit.</summary>
    public static PaperBody MeetingList(Draft draft)
    {
        var words = draft.Words;
        var behind = draft.Facts.Tasks.Where(t => t.Light is Light.Red or Light.Yellow).OrderByDescending(t => t.Light).ThenBy(t => t.Task.Number).ToList();
        return new(
            [words.Format("MeetingTitle", IssuerNames.SubjectOf(draft.Facts.Plan)), words.Format("MeetingTitleWhat", draft.Quarter)], "",
            [
                .. Headings.Numbered(words,
                [
                    new Heading(1, words["PartAgenda"]),
                    .. Agenda(draft, behind),
                    .. MissingPart.Compose(draft),
                ]),
            ], "");
    }

    static IEnumerable<Block> Agenda(Draft draft, List<TaskStanding> behind)
    {
        var words = draft.Words;
        if (behind.Count == 0) return [new Paragraph([new Run(words["NoTroubles"])], "agenda.none")];
        return
        [
            new Paragraph(Sentence.Fill(words["TroublesLead"], new Quote(draft.Count(Tally.Red)), new Quote(draft.Count(Tally.Yellow))), "agenda.lead"),
            new Table(words["AgendaTable"],
                [
                    new(words["ColumnNumber"]), new(words["ColumnTarget"], Centred: false), new(words["ColumnUnit"], Centred: false), new(words["ColumnLight"]),
                    new(words["ColumnProblem"], Centred: false), new(words["ColumnNext"], Centred: false),
                ], [.. behind.Select(t => Item(draft, t))]),
        ];
    }

    /// <summary>任务分解表 as it stands at the draft's moment.</summary>
    public static PaperBody PlanTable(Draft draft)
    {
        var words = draft.Words;
        return new(
            [Texts.Line(draft.Facts.Plan.Title), words.Format("PlanTitleWhat", draft.Day)], "",
            [.. draft.Facts.Sections.SelectMany((section, at) => new Block[]
            {
                new Heading(2, words.Format("SectionHeading", words.Ordinal(at + 1), Texts.Line(section.Key))),
                new Table("",
                    [
                        new(words["ColumnNumber"]), new(words["ColumnTarget"], Centred: false), new(words["ColumnLeader"]), new(words["ColumnUnit"], Centred: false),
                        new(words["ColumnSupport"], Centred: false), new(words["ColumnLight"]),
                    ], [.. section.Select(t => PlanRow(draft, t))]),
            })], "");
    }

    /// <summary>擂台比拼: every unit with its rank.</summary>
    public static PaperBody LeagueTable(Draft draft) => new(
        [draft.Words.Format("LeagueTitle", IssuerNames.SubjectOf(draft.Facts.Plan)), draft.Words.Format("LeagueTitleWhat", draft.Quarter)], "",
        [.. Headings.Numbered(draft.Words, RankingPart.Compose(draft, all: true))], "");

    static IReadOnlyList<Inline> Item(Draft draft, TaskStanding standing) =>
    [
        new Run($"{standing.Task.Number}"), new Run(Texts.Excerpt(standing.Task.Target, LongestText)), new Run(Texts.Line(standing.Deciding?.UnitName ?? Tables.Units(standing.Task.LeadUnits))),
        new Run(draft.Words.LightName(standing.Light!.Value)),
        new Run(Tables.Said(draft, standing.SetByHand?.Reason ?? standing.Deciding!.Difficulties, LongestText)), new Run(Tables.Said(draft, standing.Deciding?.NextSteps ?? "", LongestText)),
    ];

    static IReadOnlyList<Inline> PlanRow(Draft draft, TaskStanding standing) =>
    [
        new Run($"{standing.Task.Number}"), new Run(Texts.Line(standing.Task.Target)), new Run(string.Join('、', standing.Task.Leaders.Select(l => Texts.Line(l.DisplayName)))),
        new Run(Tables.Units(standing.Task.LeadUnits)), new Run(Tables.Units(standing.Task.SupportingUnits)),
        new Run(standing.Light is { } light ? draft.Words.LightName(light) : draft.Words["NoValue"]),
    ];
}
