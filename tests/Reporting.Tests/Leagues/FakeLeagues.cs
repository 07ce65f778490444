using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Suite.Indicators.V1;
using Suite.ServiceDefaults.Errors;

namespace Suite.Reporting.Tests.Leagues;

/// <summary>Leagues of the service indicators made up for a test, as a client of it sees them.</summary>
sealed class FakeLeagues : LeagueService.LeagueServiceClient
{
    /// <summary>What is answered to a question; an exception where it throws.</summary>
    public Func<GetLeagueTableRequest, LeagueTable> Answer { get; set; } = _ => throw Problems.NotFound("league", "leagues/none").Problem.ToRpc();

    /// <summary>What an answer waits for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public List<GetLeagueTableRequest> Asked { get; } = [];

    public void GoAway() => Answer = _ => throw new RpcException(new Status(StatusCode.Unavailable, "gone"));

    /// <summary>Answers with the first table to its period, with the second to the one before.</summary>
    public void Tell(LeagueTable table, LeagueTable? before = null) => Answer = request => With(
        request.Period == table.Period ? table : before is not null && request.Period == before.Period ? before
        : throw Problems.InvalidField("period", "must be a Year, as the indicators' periods are.").Problem.ToRpc(), request);

    public override AsyncUnaryCall<LeagueTable> GetLeagueTableAsync(GetLeagueTableRequest request, CallOptions options) =>
        new(AnswerAsync(request, options.Deadline), Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });

    async Task<LeagueTable> AnswerAsync(GetLeagueTableRequest request, DateTime? deadline)
    {
        Asked.Add(request);
        var late = Task.Delay(deadline is { } until ? until - TimeProvider.System.GetUtcNow().UtcDateTime : Timeout.InfiniteTimeSpan);
        if (await Task.WhenAny(Gate, late) == late) throw new RpcException(new Status(StatusCode.DeadlineExceeded, ""));
        return Answer(request);
    }

    static LeagueTable With(LeagueTable table, GetLeagueTableRequest request) => new(table) { KnownOn = request.KnownOn ?? new Timestamp() };

    /// <summary>A table of a year: of each town its values, null where missing; ranks and points as worked out here, by min-max and equal weights.</summary>
    public static LeagueTable Table(string league, string period, IReadOnlyList<(string Town, decimal?[] Values)> towns, Action<League>? rules = null, IReadOnlyList<(string Town, decimal?[] Values)>? before = null)
    {
        var count = towns[0].Values.Length;
        var table = new LeagueTable { League = league, Period = period, Version = 3, PreviousPeriod = $"{int.Parse(period) - 1}", Rules = new() { Name = league, DisplayName = "镇街经济擂台", Normalisation = Normalisation.MinMax, Missing = MissingRule.Worst, Version = 3 } };
        for (var part = 0; part < count; part++)
        {
            table.Rules.Parts.Add(new LeaguePart { Definition = $"definitions/measure-{part}", Weight = "1" });
            table.Definitions.Add(new Definition
            {
                Name = $"definitions/measure-{part}", DisplayName = part == 0 ? "地区生产总值" : $"第{part + 1}项指标", EnglishName = part == 0 ? "Gross regional product" : "", Unit = "亿元", Direction = Direction.More,
                Kind = IndicatorKind.Flow, PeriodType = PeriodType.Year, Accumulation = TimeAccumulation.Sum, Decimals = 2,
            });
        }

        rules?.Invoke(table.Rules);
        var (now, then) = (Ranked(towns, table.Rules.Missing), before is null ? [] : Ranked(before, table.Rules.Missing));
        foreach (var (town, rank, score, points, values) in now)
        {
            var (_, oldRank, oldScore, oldPoints, _) = then.FirstOrDefault(t => t.Town == town);
            var row = new LeagueRow { Entity = $"entities/{Id(town)}", EntityDisplayName = town, Rank = rank, Score = Text(score), PreviousRank = oldRank, PreviousScore = Text(oldScore) };
            for (var part = 0; part < count; part++)
                row.Contributions.Add(new LeagueContribution
                {
                    Definition = $"definitions/measure-{part}", Value = Text(values[part]), Points = Text(points[part]), Contribution = Text(points[part] / count),
                    Change = oldPoints is null ? "" : Text((points[part] - oldPoints[part]) / count), Figures = { values[part] is { } value ? [Figure(part, town, period, value)] : [] },
                });
            if (oldPoints is not null && points.Zip(oldPoints).Any(p => p.First != p.Second))
                row.MovedBy = row.Contributions.MaxBy(c => Math.Abs(decimal.Parse(c.Change, System.Globalization.CultureInfo.InvariantCulture)))!.Definition;
            table.Rows.Add(row);
        }

        return table;
    }

    static List<(string Town, int Rank, decimal? Score, decimal[] Points, decimal?[] Values)> Ranked(IReadOnlyList<(string Town, decimal?[] Values)> towns, MissingRule missing)
    {
        var points = towns.Select(t => t.Values.Select((value, part) =>
        {
            var known = towns.Select(o => o.Values[part]).OfType<decimal>().ToList();
            return value is null || known.Count == 0 ? 0 : known.Max() == known.Min() ? 100 : Math.Round((value.Value - known.Min()) / (known.Max() - known.Min()) * 100, 4);
        }).ToArray()).ToList();
        var scores = towns.Select((t, at) => missing == MissingRule.NotRanked && t.Values.Contains(null) ? (decimal?)null : Math.Round(points[at].Average(), 4)).ToList();
        return [.. towns.Select((t, at) => (t.Town, Rank: scores[at] is null ? 0 : 1 + scores.Count(s => s > scores[at]), scores[at], points[at], t.Values)).OrderBy(r => r.Rank == 0 ? int.MaxValue : r.Rank)];
    }

    static Figure Figure(int part, string town, string period, decimal value) => new()
    {
        Series = $"definitions/measure-{part}/series/{Id(town)}", Period = period, PeriodValue = Text(value), Status = FigureStatus.Final, Comparator = "EQ", Author = "statistics",
        KnowTime = new DateTimeOffset(2024, 1, 31, 2, 0, 0, TimeSpan.Zero).ToTimestamp(), Mark = part + 1, Source = "统计年报.xlsx",
    };

    static string Id(string town) => "town-" + string.Concat(town.Select(c => ((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture)));

    static string Text(decimal? value) => value?.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
