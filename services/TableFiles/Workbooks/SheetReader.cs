using System.Globalization;
using System.Text;
using Suite.TableFiles.Office;

namespace Suite.TableFiles.Workbooks;

/// <summary>One sheet: cells as they are shown, hidden rows and columns included and told.</summary>
internal sealed class SheetReader(List<RichText> strings, SheetStyles styles, bool is1904, FileLimits limits, IWorkbookVisitor visitor)
{
    private readonly List<(int From, int To)> hiddenColumns = [];
    private int row;

    internal void Read(PartReader reader, string name)
    {
        hiddenColumns.Clear();
        row = 0;
        visitor.BeginSheet(name);
        reader.Children(() =>
        {
            switch (reader.Name)
            {
                case "cols": reader.Children(() => ReadColumn(reader)); break;
                case "sheetData": reader.Children(() => ReadRow(reader)); break;
                case "mergeCells":
                    reader.Children(() =>
                    {
                        if (CellPlace.TryReadArea(reader["ref"], out var area)) visitor.Merge(area);
                    });
                    break;
            }
        });
        visitor.EndSheet();
    }

    private void ReadColumn(PartReader reader)
    {
        if (reader["hidden"] is not ("1" or "true") || hiddenColumns.Count >= limits.MaxColumns) return;
        hiddenColumns.Add(((AttributeValue.Number(reader["min"]) ?? 1) - 1, (AttributeValue.Number(reader["max"]) ?? 1) - 1));
    }

    private void ReadRow(PartReader reader)
    {
        if (reader.Name != "row") return;
        row = AttributeValue.Number(reader["r"]) is >= 1 and <= CellPlace.Rows and var given ? given : row + 1;
        var isHidden = reader["hidden"] is "1" or "true";
        var column = -1;
        reader.Children(() =>
        {
            if (reader.Name != "c") return;
            column = CellPlace.TryRead(reader["r"], out _, out var at) ? at : column + 1;
            ReadCell(reader, column, isHidden);
        });
    }

    private void ReadCell(PartReader reader, int column, bool isRowHidden)
    {
        var (type, style) = (reader["t"], reader["s"]);
        var (value, inline, isFormula) = (default(string), default(RichText), false);
        reader.Children(() =>
        {
            if (reader.Name == "v") value = Value(reader);
            else if (reader.Name == "is") inline = RichText.Read(reader);
            isFormula |= reader.Name == "f";
        });
        if (isFormula && string.IsNullOrEmpty(value)) visitor.Tell(WorkbookNotice.FormulaWithoutResult, row, "");
        if ((inline ?? Shown(type, style, value)) is not { } text) return;
        visitor.Visit(new SheetCell(row, column, text, styles.IsBold(style), isRowHidden, hiddenColumns.Exists(h => column >= h.From && column <= h.To)));
    }

    private RichText? Shown(string? type, string? style, string? value) => value is null ? null : type switch
    {
        "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Count
            ? strings[index]
            : throw new FileRefusedException(FileFault.Damaged, $"Line {row}: a cell refers to shared string {Excerpt.Of(value)}, and there are {strings.Count}.",
                "a file as Excel writes it", row),
        "b" => RichText.Of(value == "1" ? "TRUE" : "FALSE"),
        null or "n" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
            RichText.Of(styles.Format(style).Show(number, is1904)),
        _ => RichText.Of(value),
    };

    private string Value(PartReader reader)
    {
        var value = new StringBuilder();
        reader.Text(piece =>
        {
            value.Append(piece);
            if (value.Length > limits.MaxCellCharacters) throw FileRefusals.CellTooLong(limits, row, value.Length);
        });
        return value.ToString();
    }
}
