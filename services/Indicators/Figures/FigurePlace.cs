using System.Globalization;

namespace Suite.Indicators.Figures;

/// <summary>Where a figure stands in a call or a file. Put into words only for messages: an import has half a million of them.</summary>
/// <param name="Row">Row of the file, from 1; for a call, its place in the request, from 0.</param>
/// <param name="Column">Heading of the column; empty where the row holds one figure.</param>
public readonly record struct FigurePlace(PlaceKind Kind, int Row, string Column = "")
{
    public static readonly FigurePlace Target = new(PlaceKind.Target, 0);

    public static FigurePlace InFile(int row, string column = "") => new(PlaceKind.File, row, column);

    public static FigurePlace InCall(int at) => new(PlaceKind.Call, at);

    /// <summary>A part of the figure: row 3, 2024-01.unit.</summary>
    public string Field(string part) => Kind == PlaceKind.Target ? part : $"{this}.{part}";

    public override string ToString() => Kind switch
    {
        PlaceKind.File when Column.Length == 0 => string.Create(CultureInfo.InvariantCulture, $"row {Row}"),
        PlaceKind.File => string.Create(CultureInfo.InvariantCulture, $"row {Row}, {Column}"),
        PlaceKind.Call => string.Create(CultureInfo.InvariantCulture, $"figures[{Row}]"),
        _ => "target",
    };
}

/// <summary>What a figure is part of.</summary>
public enum PlaceKind
{
    File,
    Call,

    /// <summary>The target that a call proposes: its fields are those of the request.</summary>
    Target,
}
