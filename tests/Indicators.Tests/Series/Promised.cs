using Suite.Indicators.Series;

namespace Suite.Indicators.Tests.Series;

/// <summary>Promises in few words.</summary>
static class Promised
{
    public static Promise Amount(int ordinal, decimal value, Accumulation accumulation, params int[] quarters) => new(
        $"plans/2024/tasks/44/commitments/{ordinal}", false, "", "工业投资", "亿元", value, "GE", accumulation, false, quarters, false);

    public static Promise Annual(int ordinal, decimal value, Accumulation accumulation = Accumulation.Cumulative) =>
        Amount(ordinal, value, accumulation, 1, 2, 3, 4) with { Annual = true };
}
