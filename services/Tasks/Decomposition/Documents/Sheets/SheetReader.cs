using System.Globalization;
using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Documents.Office;
using Suite.Tasks.Decomposition.Documents.Word;

namespace Suite.Tasks.Decomposition.Documents.Sheets;

/// <summary>One sheet: cells as they are shown, hidden rows and columns included and told.</summary>
internal sealed class SheetReader(List<RichText> strings, SheetStyles styles, bool is1904, ReaderOptions options, Notices notices)
{
    private readonly List<(int From, int To)> hiddenColumns = [];
    private SheetCells cells = new(options);
    private int places;
    private int row;

    internal void Read(PartReader reader, BlockList into)
    {
        cells = new SheetCells(options);
        hiddenColumns.Clear();
        row = 0;
        reader.Children(() =>
        {
            switch (reader.Name)
            {
                case "cols": reader.Children(() => ReadColumn(reader)); break;
                case "sheetData": reader.Children(() => ReadRow(reader)); break;
                case "mergeCells":
                    reader.Children(() =>
                    {
                        if (CellPlace.TryReadArea(reader["ref"], out var area)) cells.Merge(area);
                    });
                    break;
            }
        });
        cells.Build(into, ref places);
    }

    private void ReadColumn(PartReader reader)
    {
        if (reader["hidden"] is not ("1" or "true") || hiddenColumns.Count >= options.MaxColumns) return;
        hiddenColumns.Add(((WordValue.Number(reader["min"]) ?? 1) - 1, (WordValue.Number(reader["max"]) ?? 1) - 1));
    }

    private void ReadRow(PartReader reader)
    {
        if (reader.Name != "row") return;
        row = WordValue.Number(reader["r"]) is >= 1 and <= CellPlace.Rows and var given ? given : row + 1;
        var isHidden = reader["hidden"] is "1" or "true";
        var column = -1;
        reader.Children(() =>
        {
            if (reader.Name != "c") return;
            column = CellPlace.TryRead(reader["r"], out _, out var at) ? at : column + 1;
            if (ReadCell(reader) is not { IsEmpty: false } text) return;
            cells.Add(row, column, text);
            if (isHidden) TellHidden("RowsHidden");
            if (hiddenColumns.Exists(h => column >= h.From && column <= h.To)) TellHidden("ColumnsHidden");
        });
    }

    private void TellHidden(string key) => notices.Add(DiagnosticCode.ContentHidden, row, "", key);

    private CellText? ReadCell(PartReader reader)
    {
        var (type, style) = (reader["t"], reader["s"]);
        var (value, inline, isFormula) = (default(string), default(RichText), false);
        reader.Children(() =>
        {
            if (reader.Name == "v") value = Value(reader);
            else if (reader.Name == "is") inline = RichText.Read(reader);
            isFormula |= reader.Name == "f";
        });
        if (isFormula && string.IsNullOrEmpty(value))
            notices.Add(DiagnosticCode.ContentPassedOver, row, "", "FormulasWithoutResult");
        var shown = inline ?? Shown(type, style, value);
        return shown?.ToCell(styles.IsBold(style), options, row);
    }

    private RichText? Shown(string? type, string? style, string? value) => value is null ? null : type switch
    {
        "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Count
            ? strings[index]
            : throw new PlanFormatException(PlanFormatReason.Damaged, $"Line {row}: a cell refers to shared string {Words.Shorten(value)}, and there are {strings.Count}.",
                "a file as Excel writes it", row),
        "b" => RichText.Of(value == "1" ? "TRUE" : "FALSE"),
        null or "n" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
            RichText.Of(styles.Format(style).Show(number, is1904)),
        _ => RichText.Of(value),
    };

    private string Value(PartReader reader)
    {
        var value = new System.Text.StringBuilder();
        reader.Text(piece =>
        {
            value.Append(piece);
            if (value.Length > options.MaxCellCharacters) throw Limits.CellTooLong(options, row, value.Length);
        });
        return value.ToString();
    }
}
