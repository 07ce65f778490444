using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Naming;
using Suite.Tasks.Progress;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Evidence;

/// <summary>Adds files to drafts, takes them out, and finds those that a viewer may see.</summary>
public sealed class EvidenceDesk(TasksDbContext db, ProgressDesk reports, ProgressQuery query, EvidenceStore store, TimeProvider clock)
{
    const int IdBytes = 8;

    /// <exception cref="ProblemException">NOT_FOUND, ILLEGAL_STEP, INVALID_FIELD, TOO_LARGE.</exception>
    public async Task<EvidenceFile> AddAsync(ReportName report, FoundFile found, ReadOnlyMemory<byte> content, Viewer viewer, Actor by, CancellationToken cancellation)
    {
        var draft = await reports.TakeAsync(report, etag: "", viewer, "be given evidence", cancellation);
        draft.RequireDraft("take evidence");
        var kept = (await Of(report).ToListAsync(cancellation)).Where(f => f.IsIn(draft.Newest.Number)).ToList();
        if (kept.Count >= EvidenceLimits.MaxFiles) throw Problems.InvalidField("parent", $"has {kept.Count} files already, as many as it can have; take one out first.");
        if (kept.Sum(f => (long)f.Size) + found.Size > EvidenceLimits.MaxTogether) throw Problems.TooLarge("All evidence of the report together", EvidenceLimits.MaxTogether);
        if (kept.FirstOrDefault(f => f.Sha256 == found.Sha256) is { } same) throw Problems.AlreadyExists("Evidence", same.Name.ToString());
        var name = new EvidenceName(report, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)));
        var file = EvidenceFile.Of(name, draft.Newest.Number, found, by, clock.GetUtcNow());
        db.Evidence.Add(file);
        await store.WriteAsync(name.Id, content, cancellation);
        return file;
    }

    /// <summary>Deletes a file that only the draft has; one that was approved stays with the revisions that have it.</summary>
    /// <exception cref="ProblemException">NOT_FOUND, ILLEGAL_STEP.</exception>
    public async Task<EvidenceFile> RemoveAsync(EvidenceName name, Viewer viewer, CancellationToken cancellation)
    {
        var draft = await reports.TakeAsync(name.Report, etag: "", viewer, "lose evidence", cancellation);
        draft.RequireDraft("lose evidence");
        var file = await Of(name.Report).SingleOrDefaultAsync(f => f.Id == name.Id, cancellation);
        if (file?.IsIn(draft.Newest.Number) != true) throw Problems.NotFound("Evidence", name.ToString());
        if (file.FirstRevision < draft.Newest.Number)
        {
            file.Drop(draft.Newest.Number);
            return file;
        }

        db.Evidence.Remove(file);
        await store.DeleteAsync(name.Id, cancellation);
        return file;
    }

    /// <param name="revision">0 for the newest that the viewer may see.</param>
    /// <exception cref="ProblemException">NOT_FOUND.</exception>
    public async Task<IReadOnlyList<EvidenceFile>> ListAsync(ReportName report, int revision, Viewer viewer, CancellationToken cancellation)
    {
        var (_, seen) = await query.RevisionsAsync(report, viewer, cancellation);
        var asked = revision == 0 ? seen[^1] : seen.SingleOrDefault(r => r.Number == revision) ?? throw Problems.NotFound("ReportRevision", new RevisionName(report, revision).ToString());
        var files = await Of(report).AsNoTracking().OrderBy(f => f.Time).ThenBy(f => f.Id).ToListAsync(cancellation);
        return [.. files.Where(f => f.IsIn(asked.Number))];
    }

    /// <exception cref="ProblemException">NOT_FOUND, also where none of its revisions is for the viewer.</exception>
    public async Task<EvidenceFile> FindAsync(EvidenceName name, Viewer viewer, CancellationToken cancellation)
    {
        var (_, seen) = await query.RevisionsAsync(name.Report, viewer, cancellation);
        var file = await Of(name.Report).AsNoTracking().SingleOrDefaultAsync(f => f.Id == name.Id, cancellation);
        return file is not null && seen.Any(r => file.IsIn(r.Number)) ? file : throw Problems.NotVisible("Evidence", name.ToString());
    }

    IQueryable<EvidenceFile> Of(ReportName report) => db.Evidence.Where(
        f => f.PlanId == report.Task.Plan && f.TaskNumber == report.Task.Number && f.PeriodCode == report.Period.Code && f.UnitId == report.Unit);
}
