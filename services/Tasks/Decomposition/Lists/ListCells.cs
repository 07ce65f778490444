using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Tables;

namespace Suite.Tasks.Decomposition.Lists;

/// <summary>Labelled values to the cells of a row, with the roles columns of these names would have beside each other.</summary>
internal static class ListCells
{
    internal static Dictionary<SourceColumn, CellText> Of(IReadOnlyList<LabelledValue> values)
    {
        var leads = values.Any(v => v.Kind == ColumnKind.Lead);
        var leaders = values.Any(v => v.Kind == ColumnKind.Leaders);
        var charged = values.Any(v => v.Kind == ColumnKind.Charged);
        var cells = new Dictionary<SourceColumn, CellText>();
        foreach (var value in values.Where(v => !v.Words.IsEmpty))
        {
            var column = Column(value, leads, leaders, charged);
            cells[column] = cells.TryGetValue(column, out var before) ? CellText.Stack([before, value.Words]) : value.Words;
        }
        return cells;
    }

    /// <summary>True where no label tells those that lead from those that support.</summary>
    internal static bool NameUnitsInOne(IReadOnlyList<LabelledValue> values) => !values.Any(v => v.Kind is ColumnKind.Lead or ColumnKind.Supporting);

    private static SourceColumn Column(LabelledValue value, bool leads, bool leaders, bool charged) => value.Kind switch
    {
        ColumnKind.Leaders => new SourceColumn(ColumnRole.Leaders),
        ColumnKind.Persons when !leaders => new SourceColumn(ColumnRole.Leaders),
        ColumnKind.Lead => new SourceColumn(ColumnRole.LeadUnits),
        ColumnKind.Charged => new SourceColumn(leads ? ColumnRole.SupportingUnits : ColumnRole.LeadUnits),
        ColumnKind.Body when !leads && !charged => new SourceColumn(ColumnRole.LeadUnits),
        ColumnKind.Supporting => new SourceColumn(ColumnRole.SupportingUnits),
        ColumnKind.Deadline => new SourceColumn(ColumnRole.Deadline),
        ColumnKind.Schedule or ColumnKind.Measures => new SourceColumn(ColumnRole.Schedule),
        _ => new SourceColumn(ColumnRole.Attribute, value.Label.Length > 0 ? value.Label : "责任"),
    };
}
