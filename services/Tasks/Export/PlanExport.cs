using System.Data;
using Microsoft.EntityFrameworkCore;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Export.Files;
using Suite.Tasks.Plans;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Export;

/// <summary>A plan as a file.</summary>
public sealed record ExportedPlan(string Name, byte[] Bytes, int TaskCount);

/// <summary>Writes a plan back in the layout it was published in.</summary>
public sealed class PlanExport(TasksDbContext db, PlanQuery plans)
{
    /// <summary>More tasks than any city's year; a file of so many can still be opened.</summary>
    public const int MaxTasks = 10_000;

    /// <summary>What an import accepts.</summary>
    public const int MaxBytes = PlanImport.MaxBytes;

    /// <exception cref="ProblemException">NOT_FOUND, TOO_LARGE.</exception>
    public async Task<ExportedPlan> WriteAsync(string id, Sight sight, ExportFormat format, CancellationToken cancellation)
    {
        var (plan, tasks) = await ReadAsync(id, sight, cancellation);
        var table = PlanLayout.Of(plan, tasks);
        if (format == ExportFormat.Xlsx && tasks.Count > 0 && table.Cells.Max(c => c.Length) > XlsxWriter.MaxCellCharacters)
            throw Problems.Because(Reason.TooLarge,
                $"A cell has more than the {XlsxWriter.MaxCellCharacters} characters a workbook's cell can hold; the document (EXPORT_FORMAT_DOCX) has no such limit.");
        var bytes = format.Write(table);
        if (bytes.Length > MaxBytes) throw Problems.TooLarge("The file", MaxBytes);
        return new(ExportFileName.Of(plan, format), bytes, tasks.Count);
    }

    /// <summary>The plan and its tasks as they stood at one moment.</summary>
    async Task<(Plan Plan, IReadOnlyList<PlanTask> Tasks)> ReadAsync(string id, Sight sight, CancellationToken cancellation)
    {
        await using var moment = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var plan = await plans.GetAsync(id, sight, cancellation);
        if (plan.TaskCount > MaxTasks) throw Problems.Because(Reason.TooLarge, $"The plan has {plan.TaskCount} tasks; a file holds {MaxTasks}.");
        return (plan, await db.Tasks.AsNoTracking().Where(t => t.PlanId == id).OrderBy(t => t.Number).ToListAsync(cancellation));
    }
}
