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
        var rows = new TaskRowReader(table, options);
        TaskReader? reader = null;
        // The year stands above the table, which is whole before its first row.
        foreach (var draft in rows.Read()) (reader ??= new TaskReader(PlanHeading.Read(table.Preface, []).Year, options)).Add(draft);
        if (reader is null)
            throw new PlanFormatException(PlanFormatReason.NoTasks, "The table holds no task.", "rows whose target begins with a number (1. …)");
        var numbers = rows.Numbers();
        var tasks = reader.Finish(numbers);
        var heading = PlanHeading.Read(table.Preface, table.Postscript);
        var checks = PlanChecks.Find(tasks, rows.HasColumn(ColumnRole.Schedule) || rows.HasColumn(ColumnRole.Deadline), rows.HasColumn(ColumnRole.Leaders));
        var diagnostics = notices.Concat(table.Diagnostics).Concat(rows.Diagnostics(numbers)).Concat(reader.Diagnostics(numbers)).Concat(checks);
        return new PlanDocument(heading.Title, heading.Year, heading.Issuer, heading.IssuedOn, tasks, [.. diagnostics.OrderBy(d => d.Line)]);
    }
}
