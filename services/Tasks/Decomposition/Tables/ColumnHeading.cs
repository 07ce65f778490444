using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Tables;

/// <summary>The name of a column with what its heading's rows say together.</summary>
/// <param name="Leaf">The lowest name.</param>
/// <param name="Parent">The names above it that it shares with other columns, joined; may be empty.</param>
internal sealed record ColumnHeading(string Leaf, string Parent)
{
    internal ColumnKind Kind { get; } = KindOf(Width.Fold(Leaf), Width.Fold(Parent));

    /// <summary>The name under which the column is kept where it is none of the table's own.</summary>
    internal string Name(int column) => Leaf.Length == 0 ? $"列{column + 1}" : Parent.Length == 0 ? Leaf : $"{Parent} {Leaf}";

    /// <summary>The words that name the column's period, its own or the shared ones above it.</summary>
    internal string? PeriodWords => ColumnWords.PeriodWords(Leaf) ?? ColumnWords.PeriodWords(Parent);

    private static ColumnKind KindOf(string leaf, string parent)
    {
        var own = ColumnWords.KindOf(leaf);
        if (parent.Length == 0 || own is ColumnKind.Other or ColumnKind.Period) return own;
        var above = ColumnWords.KindOf(parent);
        var says = own is ColumnKind.None or ColumnKind.YearPeriod or ColumnKind.Goal or ColumnKind.Work or ColumnKind.Content or ColumnKind.Measures;
        return above switch
        {
            ColumnKind.Period when says => ColumnKind.Period,
            ColumnKind.Schedule when says => ColumnWords.PeriodWords(leaf) is null ? ColumnKind.Schedule : ColumnKind.Period,
            _ when own is not ColumnKind.None => own,
            ColumnKind.Lead or ColumnKind.Charged or ColumnKind.Supporting or ColumnKind.Body or ColumnKind.Leaders => ColumnWords.KindOf(leaf + parent),
            _ => own,
        };
    }
}
