using System.Globalization;
using Suite.Reporting.Papers;

namespace Suite.Reporting.Leagues;

/// <summary>What a league's table says in sentences: who leads, who moved, who lacks what, by which rules and as known when.</summary>
sealed class LeagueLead(Draft draft, LeagueFacts facts, LeagueFigures figures)
{
    /// <summary>Entities named one by one; of the others it is told that there are more.</summary>
    const int MostNamed = 5;

    readonly KnownLeague _table = facts.Table;

    public Paragraph Standing()
    {
        var words = draft.Words;
        List<Inline> told =
        [
            .. Sentence.Fill(words["LeagueStanding"], Period(_table.Period), new Quote(figures.Count("LeagueCompared", "compared", _table.Rows)), new Quote(figures.Count("LeagueRanked", "ranked", _table.Ranked))),
        ];
        var first = _table.Ranked.Where(r => r.Rank == 1).ToList();
        if (first.Count == 0) return new([.. told, new Run(words["LeagueNobody"])], "league.standing");
        told.AddRange(Sentence.Fill(words[first.Count > 1 ? "LeagueLeaders" : "LeagueLeader"], new Run(Names(first)), new Quote(figures.Score(first[0], words["LeagueFirstScore"]))));
        var next = _table.Ranked.Where(r => r.Rank > 1).Take(Math.Max(0, 3 - first.Count)).ToList();
        if (next.Count > 0) told.Add(new Run(words["LeagueNext"]));
        foreach (var (at, row) in next.Index())
        {
            if (at > 0) told.Add(new Run(words["ListJoin"]));
            told.AddRange([new Run(Texts.Line(row.Name) + words["BracketOpen"]), new Quote(figures.Score(row, words["LeagueNextScore"])), new Run(words["BracketClose"])]);
        }

        return new([.. told, new Run(words["ClauseEnd"])], "league.standing");
    }

    public Paragraph Moves()
    {
        var words = draft.Words;
        if (!_table.HasPrevious) return new(Sentence.Fill(words["LeagueNoPrevious"], Period(_table.PreviousPeriod)), "league.moves");
        var (up, down, still) = (_table.Rows.Where(r => r.Move > 0).ToList(), _table.Rows.Where(r => r.Move < 0).ToList(), _table.Rows.Where(r => r.Move == 0).ToList());
        return new(
            [
                .. Sentence.Fill(words["LeagueMoves"], Period(_table.PreviousPeriod), new Quote(figures.Count("LeagueRisen", "rank risen", up)),
                    new Quote(figures.Count("LeagueFallen", "rank fallen", down)), new Quote(figures.Count("LeagueSame", "rank same", still))),
                .. Most("LeagueMostRisen", [.. up.Where(r => r.Move == up.Max(u => u.Move))]), .. Most("LeagueMostFallen", [.. down.Where(r => r.Move == down.Min(d => d.Move))]),
            ], "league.moves");
    }

    public Paragraph Missing()
    {
        var words = draft.Words;
        var empty = Enumerable.Range(0, _table.Parts.Count).Where(p => _table.Rows.All(r => r.Values[p].Value is null)).ToList();
        var lacking = _table.Rows.Where(r => Lacks(r, empty).Any()).ToList();
        List<Inline> told = [.. empty.SelectMany(p => Sentence.Fill(words["LeagueEmpty"], new Run(LeagueWords.Part(words, _table.Parts[p]))))];
        if (lacking.Count == 0) return new([.. told, new Run(words[empty.Count == 0 ? "LeagueComplete" : $"LeagueMissing{_table.Missing}"])], "league.missing");
        told.AddRange(Sentence.Fill(words["LeagueLacks"], new Quote(figures.Count("LeagueLackingLabel", "value missing", lacking))));
        told.Add(new Run(string.Join(words["ListJoin"], lacking.Take(MostNamed).Select(r =>
            Texts.Line(r.Name) + words["BracketOpen"] + string.Join(words["ListJoin"], Lacks(r, empty).Select(p => LeagueWords.Part(words, _table.Parts[p]))) + words["BracketClose"]))));
        return new([.. told, new Run((lacking.Count > MostNamed ? words["AndOthers"] : "") + words["ClauseEnd"] + words[$"LeagueMissing{_table.Missing}"])], "league.missing");
    }

    public Paragraph Method() => new(
        [.. Sentence.Fill(draft.Words["LeagueMethod"], new TableNumber(LeagueSheets.PartsKey)), new Run(draft.Words[$"LeagueMethod{_table.Normalisation}"])], "league.method");

    public Paragraph Basis()
    {
        var words = draft.Words;
        List<Inline> told =
        [
            .. Sentence.Fill(words["LeagueBasis"], new Run(Texts.Line(_table.Name)), new Run(_table.Version.ToString(CultureInfo.InvariantCulture)), new Run(_table.League), new Run(Moment(facts.KnownOn))),
        ];
        if (facts.Unanswered is { } asked) told.AddRange(Sentence.Fill(words["LeagueUnanswered"], new Run(Moment(asked))));
        return new(told, "league.basis");
    }

    /// <summary>Those who moved most, each with where from, where to, and what moved it.</summary>
    List<Inline> Most(string key, IReadOnlyList<LeagueRow> rows)
    {
        var words = draft.Words;
        if (rows.Count == 0) return [];
        List<Inline> told = [new Run(words[key])];
        foreach (var (at, row) in rows.Take(MostNamed).Index())
        {
            if (at > 0) told.Add(new Run(words["ListJoin"]));
            told.AddRange(Sentence.Fill(words["LeagueMoved"], new Run(Texts.Line(row.Name)),
                new Quote(figures.PreviousRank(row, words[$"{key}From"])), new Quote(figures.Rank(row, words[$"{key}To"]))));
            if (row.MovedBy is { } part)
                told.AddRange(Sentence.Fill(words["LeagueMovedBy"], new Run(LeagueWords.Part(words, _table.Parts[part])), new Quote(figures.Change(row, part, words[$"{key}By"]))));
            told.Add(new Run(words["BracketClose"]));
        }

        if (rows.Count > MostNamed) told.Add(new Run(words["AndOthers"]));
        return [.. told, new Run(words["ClauseEnd"])];
    }

    IEnumerable<int> Lacks(LeagueRow row, IReadOnlyList<int> empty) => Enumerable.Range(0, _table.Parts.Count).Where(p => row.Values[p].Value is null && !empty.Contains(p));

    string Names(IReadOnlyList<LeagueRow> rows) =>
        string.Join(draft.Words["ListJoin"], rows.Take(MostNamed).Select(r => Texts.Line(r.Name))) + (rows.Count > MostNamed ? draft.Words["AndOthers"] : "");

    Run Period(string period) => new(LeagueWords.Period(draft.Words, period));

    string Moment(DateTimeOffset time) => draft.Words.Moment(TimeZoneInfo.ConvertTime(time, draft.Plan!.Zone).DateTime);
}
