using Suite.Tasks.Decomposition.Checks;
using Suite.Tasks.Decomposition.Documents;
using Suite.Tasks.Decomposition.Rows;
using Suite.Tasks.Decomposition.Tables;

namespace Suite.Tasks.Decomposition;

/// <summary>A table, whatever form it came in, to a plan.</summary>
internal sealed class DocumentReader(ReaderOptions options)
{
    /// <param name="notices">What was noticed while reading the file.</param>
    /// <exception cref="PlanFormatException">The document holds no table of a plan, or a larger one than the options allow.</exception>
    internal PlanDocument Read(SourceDocument document, IReadOnlyList<Diagnostic>? notices = null) =>
        Read(new DocumentTableReader(document, options).Read(), notices ?? []);

    private PlanDocument Read(SourceTable table, IReadOnlyList<Diagnostic> notices)
    {
        var (saysWhen, saysLeaders) = (table.HasColumn(ColumnRole.Schedule) || table.HasColumn(ColumnRole.Deadline), table.HasColumn(ColumnRole.Leaders));
        var rowReader = new TaskRowReader(table, options);
        var rows = rowReader.Read();
        if (rows.Count == 0)
            throw new PlanFormatException(PlanFormatReason.NoTasks, "The table holds no task.", "rows whose target begins with a number (1. …)");
        var heading = PlanHeading.Read(table.Preface, table.Postscript);
        var tasks = new TaskReader(rows, heading.Year, options);
        var planned = rows.ConvertAll(tasks.Read);
        var checks = PlanChecks.Find(planned, saysWhen, saysLeaders);
        var diagnostics = notices.Concat(table.Diagnostics).Concat(rowReader.Diagnostics).Concat(tasks.Diagnostics).Concat(checks);
        return new PlanDocument(heading.Title, heading.Year, heading.Issuer, heading.IssuedOn, planned, [.. diagnostics.OrderBy(d => d.Line)]);
    }
}
