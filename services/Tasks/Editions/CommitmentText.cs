using System.Globalization;
using Suite.Tasks.Decomposition;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Editions;

/// <summary>A commitment in words that say all that is tracked of it.</summary>
static class CommitmentText
{
    public static string Of(TaskCommitment promised)
    {
        var c = promised.Commitment;
        var range = c.MaxValue is { } most ? $"–{Number(most)}" : "";
        var growth = c.GrowthRate ? " 增速" : "";
        return $"{Sign(c.Comparator)}{Number(c.Value)}{range}{c.Unit}{growth}{Words(c.Accumulation)}";
    }

    static string Number(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    static string Sign(Comparator comparator) => comparator switch
    {
        Comparator.Ge => "≥",
        Comparator.Gt => ">",
        Comparator.Le => "≤",
        Comparator.Lt => "<",
        Comparator.Approx => "≈",
        _ => "=",
    };

    static string Words(Accumulation accumulation) => accumulation switch
    {
        Accumulation.Cumulative => "（累计）",
        Accumulation.InPeriod => "（当期）",
        _ => "",
    };
}
