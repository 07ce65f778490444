using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Suite.Indicators.Figures;
using Suite.Indicators.Judging;
using Suite.Indicators.Periods;
using Suite.Indicators.Storage;
using Suite.Indicators.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using Judge = Suite.Indicators.Judging.Judge;
using LightRule = Suite.Indicators.Judging.LightRule;

namespace Suite.Indicators.Api;

/// <summary>The gRPC door to judgements.</summary>
public sealed class JudgementApi(SeriesQuery query, LightRules rules, CityCalendar calendar, TimeProvider clock, CommandRunner<IndicatorsDbContext> commands)
    : JudgementService.JudgementServiceBase
{
    /// <summary>Years read before the one judged: those the forecasts look back on, and those their trials look back on.</summary>
    const int Back = 10;

    const decimal MostPoints = 1000;

    public override async Task<V1.Judgement> JudgeSeries(JudgeSeriesRequest request, ServerCallContext context)
    {
        var known = await query.FindAsync(request.Series, context.CancellationToken);
        var asked = QueryApi.Optional(request.Period, "period");
        if (asked is { } one && known.Definition is { } d) QueryApi.CheckType(d, one, "period");
        var knownOn = QueryApi.Time(request.KnownOn, "known_on");
        var limits = await rules.OnAsync(knownOn is { } then ? calendar.DayOf(then) : calendar.Today, knownOn, context.CancellationToken);
        var whole = await query.ReadAsync(known, asked is { } p ? Period.Of(p.Type, p.Year - Back, 1) : null, asked, knownOn, context.CancellationToken);
        var now = asked ?? Last(whole);
        var (definition, values) = (whole.Definition, whole.At(now));
        var flow = definition.Accumulation == Definitions.TimeAccumulation.Sum;
        var value = flow ? values.YearToDate : values.Period ?? values.YearToDate;
        var forecasts = new YearForecasts(period => whole.At(period).YearToDate);
        var judged = Judge.Of(definition, now, value, AimOf(whole, now), flow ? forecasts.Share(now) : null, limits);
        return new()
        {
            Series = known.Name, Period = now.ToString(), Value = SeriesQuery.Shown(value, definition), Target = Decimals.Text(AimOf(whole, now)?.Value), Completion = SeriesQuery.Growth(judged.Completion),
            TimeShare = SeriesQuery.Growth(judged.TimeShare), UsualShare = SeriesQuery.Growth(judged.UsualShare), Gap = SeriesQuery.Growth(judged.Gap),
            Light = judged.Light == SuggestedLight.None ? "" : judged.Light.ToString().ToUpperInvariant(), LightRule = judged.Light == SuggestedLight.None ? "" : LightRules.Prefix + limits.Version, Forecasts = { flow ? forecasts.At(now).Select(f => Of(f, definition)) : [] },
        };
    }

    public override async Task<ListLightRulesResponse> ListLightRules(ListLightRulesRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var found = await rules.ListAsync(PageToken.Read<Place>(request, request.PageToken)?.Version, size + 1, context.CancellationToken);
        var latest = await rules.LatestAsync(context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, r => new Place(r.Version));
        return new() { LightRules = { page.Select(r => Of(r, latest)) }, NextPageToken = next };
    }

    public override Task<V1.LightRule> SetLightRule(SetLightRuleRequest request, ServerCallContext context)
    {
        var (yellow, red) = (Decimals.Required(request.Yellow, "yellow"), Decimals.Required(request.Red, "red"));
        if (yellow is < 0 or > MostPoints) throw Problems.InvalidField("yellow", $"must be 0 to {MostPoints} points.");
        if (red <= yellow || red > MostPoints) throw Problems.InvalidField("red", $"must be more than yellow, and at most {MostPoints} points.");
        var why = FigureInputs.Text(request.Why.Trim(), "why") ?? throw Problems.InvalidField("why", "must say why the limits change.");
        var since = calendar.DayIn(request.EffectiveDate, "effective_date");
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var rule = await rules.AddAsync(request.Etag, since, version => new()
            {
                Version = version, Yellow = yellow, Red = red, Since = since, Why = why, Author = Access.Of(context).Caller.Account, Time = FigureDesk.Micro(clock.GetUtcNow()),
            }, context.CancellationToken);
            commands.Audit(context, nameof(SetLightRule), LightRules.Prefix + rule.Version, new { rule.Yellow, rule.Red, from = since, why });
            return Of(rule, rule.Version);
        });
    }

    static V1.LightRule Of(LightRule r, int latest) => new()
    {
        Name = LightRules.Prefix + r.Version, Yellow = Decimals.Text(r.Yellow), Red = Decimals.Text(r.Red), EffectiveDate = CityCalendar.Text(r.Since), Why = r.Why, Author = r.Author,
        CreateTime = r.Time.ToTimestamp(), Etag = Etag.Of(latest),
    };

    /// <summary>The target of the year's end; where there is none, that of the period itself.</summary>
    static Aim? AimOf(WholeSeries whole, Period now) =>
        whole.Targets.GetValueOrDefault(Period.Of(now.Type, now.Year, Period.PerYear(now.Type)).Code) ?? whole.Targets.GetValueOrDefault(now.Code);

    static Period Last(WholeSeries whole)
    {
        for (var period = whole.To; period.Code >= whole.From.Code; period = period.Previous)
            if (whole.At(period).Known) return period;
        return whole.To;
    }

    static V1.Forecast Of(Judging.Forecast f, Definitions.Definition definition) => new()
    {
        Method = (V1.ForecastMethod)f.Method, Value = Rounded(f.Value, definition), Low = Rounded(f.Low, definition), High = Rounded(f.High, definition), Error = SeriesQuery.Growth(f.Error), Tried = f.Tried,
    };

    static string Rounded(decimal value, Definitions.Definition definition) => Decimals.Text(decimal.Round(value, definition.Decimals, MidpointRounding.AwayFromZero));

    /// <summary>Place in the list of versions.</summary>
    sealed record Place(int Version);
}
