using Grpc.Core;
using Suite.Indicators.Judging;
using Suite.Indicators.Periods;
using Suite.Indicators.V1;
using Judge = Suite.Indicators.Judging.Judge;

namespace Suite.Indicators.Api;

/// <summary>The gRPC door to judgements.</summary>
public sealed class JudgementApi(SeriesQuery query) : JudgementService.JudgementServiceBase
{
    /// <summary>Years read before the one judged: those the forecasts look back on, and those their trials look back on.</summary>
    const int Back = 10;

    public override async Task<V1.Judgement> JudgeSeries(JudgeSeriesRequest request, ServerCallContext context)
    {
        var known = await query.FindAsync(request.Series, context.CancellationToken);
        var asked = QueryApi.Optional(request.Period, "period");
        if (asked is { } one && known.Definition is { } d) QueryApi.CheckType(d, one, "period");
        var whole = await query.ReadAsync(known, asked is { } p ? Period.Of(p.Type, p.Year - Back, 1) : null, asked, QueryApi.Time(request.KnownOn, "known_on"), context.CancellationToken);
        var now = asked ?? Last(whole);
        var (definition, values) = (whole.Definition, whole.At(now));
        var flow = definition.Accumulation == Definitions.TimeAccumulation.Sum;
        var value = flow ? values.YearToDate : values.Period ?? values.YearToDate;
        var forecasts = new YearForecasts(period => whole.At(period).YearToDate);
        var judged = Judge.Of(definition, now, value, AimOf(whole, now), flow ? forecasts.Share(now) : null);
        return new()
        {
            Series = known.Name, Period = now.ToString(), Value = SeriesQuery.Shown(value, definition), Target = Decimals.Text(AimOf(whole, now)?.Value), Completion = SeriesQuery.Growth(judged.Completion),
            TimeShare = SeriesQuery.Growth(judged.TimeShare), UsualShare = SeriesQuery.Growth(judged.UsualShare), Gap = SeriesQuery.Growth(judged.Gap),
            Light = judged.Light == SuggestedLight.None ? "" : judged.Light.ToString().ToUpperInvariant(), Forecasts = { flow ? forecasts.At(now).Select(f => Of(f, definition)) : [] },
        };
    }

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
}
