using Suite.Indicators.Definitions;
using Suite.Indicators.Periods;

namespace Suite.Indicators.Judging;

/// <summary>A light that figures suggest; values as in the contract.</summary>
public enum SuggestedLight
{
    None = 0,
    Green = 1,
    Yellow = 2,
    Red = 3,
    Blue = 4,
}

/// <summary>What a value is measured by.</summary>
/// <param name="Value">Of the whole year, or at its end.</param>
public sealed record Aim(decimal Value, bool AtMost);

/// <summary>How far a series is, in % of its target.</summary>
/// <param name="Completion">The value in % of the target.</param>
/// <param name="TimeShare">What the time-proportional plan asks for by now, in %; null where time does not matter.</param>
/// <param name="UsualShare">What earlier years had by then, in %; null where none is known.</param>
/// <param name="Gap">Points behind the plan: positive is behind, negative ahead.</param>
public sealed record Judgement(decimal? Completion, decimal? TimeShare, decimal? UsualShare, decimal? Gap, SuggestedLight Light);

/// <summary>Measures a value by its target and by the time gone. Behind by more than the limits is yellow or red; a target that is met is blue.</summary>
public static class Judge
{
    /// <param name="value">The year to date of a flow, else the value.</param>
    /// <param name="usual">The share of the year that earlier years had by then, 0 to 1.</param>
    public static Judgement Of(Definition definition, Period now, decimal? value, Aim? aim, decimal? usual, LightRule limits)
    {
        if (definition.Direction == Direction.Band && value is { } v && definition is { BandLow: { } low, BandHigh: { } high }) return Band(v, low, high, limits);
        if (value is not { } known || aim is null || aim.Value == 0 || Share(known, aim.Value) is not { } completion) return new(null, null, null, null, SuggestedLight.None);
        var flows = definition.Accumulation == TimeAccumulation.Sum;
        var time = flows ? 100m * now.Number / Period.PerYear(now.Type) : (decimal?)null;
        var due = flows ? time!.Value : 100;
        var less = aim.AtMost || definition.Direction == Direction.Less;
        var gap = less ? completion - due : due - completion;
        var met = less ? (!flows || now.EndsYear) && completion <= 100 : completion >= 100;
        return new(completion, time, usual * 100, gap, met ? SuggestedLight.Blue : limits.Light(gap));
    }

    static Judgement Band(decimal value, decimal low, decimal high, LightRule limits)
    {
        var outside = value < low ? low - value : value > high ? value - high : 0;
        var width = Math.Max(Math.Abs(high), Math.Abs(low));
        var gap = width == 0 ? 0 : outside / width * 100;
        return new(null, null, null, gap, outside == 0 ? SuggestedLight.Green : limits.Light(gap) is var light && light == SuggestedLight.Green ? SuggestedLight.Yellow : light);
    }

    static decimal? Share(decimal value, decimal target)
    {
        try
        {
            return value / target * 100;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
