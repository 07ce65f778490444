using Microsoft.EntityFrameworkCore;
using Suite.Errors.V1;
using Suite.Reporting.Papers;
using Suite.Reporting.Storage;
using Suite.ServiceDefaults.Errors;

namespace Suite.Reporting.Reports;

/// <summary>Takes a report through its life. One step of a report at a time; a second waits for the first.</summary>
public sealed class ReportDesk(ReportingDbContext db, ReportPress press, ReportBinder binder, IssueNotice notice, ReportingOptions options, TimeProvider clock)
{
    const int ReportLock = 7503;
    public const int LongestPassage = 5000;

    /// <summary>Puts an editor's words in the place of a passage; an empty text gives the passage back to the data.</summary>
    public async Task<ReportRecord> EditAsync(string id, string etag, string key, string text, Actor by, CancellationToken cancellation)
    {
        var report = await TakeAsync(id, etag, Steps.Edit, cancellation);
        var paper = await press.ComposeAsync(report, cancellation);
        var passage = paper.Composed.Passages.FirstOrDefault(p => p.Key == key);
        var edit = await db.Edits.FindAsync([id, key], cancellation);
        if (passage is null && edit is null) throw Problems.NotFound("passage", key);
        var line = Texts.Line(text);
        if (line.Length == 0)
        {
            if (edit is not null) db.Edits.Remove(edit);
        }
        else
        {
            if (edit is null) db.Edits.Add(edit = new() { ReportId = id, Key = key, Text = "", Replaced = "", Account = "", DisplayName = "", Time = default });
            (edit.Text, edit.Account, edit.DisplayName, edit.Time) = (line, by.Account, by.DisplayName, clock.GetUtcNow());
            if (passage is not null) edit.Replaced = Passages.Text(passage.Inlines);
        }

        var edits = (await db.Edits.Where(e => e.ReportId == id).ToListAsync(cancellation)).Where(e => db.Entry(e).State != EntityState.Deleted)
            .Union(db.Edits.Local.Where(e => e.ReportId == id)).ToList();
        await binder.KeepAsync(report, EditedPaper.Of(paper.Composed, edits).Paper, cancellation);
        await StepAsync(report, Steps.Edit, by, key, cancellation);
        return report;
    }

    /// <summary>Makes the draft anew from what is known now; the editor's words stay.</summary>
    public async Task<ReportRecord> RefreshAsync(string id, string etag, Actor by, CancellationToken cancellation)
    {
        var report = await TakeAsync(id, etag, Steps.Refresh, cancellation);
        var (paper, facts) = await press.ComposeNowAsync(report, look: false, cancellation);
        (report.AsOf, report.Heard, report.HeardBefore) = (facts.AsOf, facts.Heard, facts.LastYear?.Heard ?? 0);
        await binder.KeepAsync(report, paper.Paper, cancellation);
        await StepAsync(report, Steps.Refresh, by, "", cancellation);
        return report;
    }

    /// <exception cref="ProblemException">ILLEGAL_STEP; CONTRADICTING_FIGURE where a number in edited text is not what its figure is.</exception>
    public async Task<ReportRecord> ApproveAsync(string id, string etag, Actor by, string comment, CancellationToken cancellation)
    {
        var report = await TakeAsync(id, etag, Steps.Approve, cancellation);
        if (options.ApprovalByAnother && report.Creator == by.Account)
            throw Problems.Because(Reason.OutOfScope, "Reporting:ApprovalByAnother is set: somebody else than who made the report has to approve it.");
        await CheckFiguresAsync(report, cancellation);
        await StepAsync(report, Steps.Approve, by, comment, cancellation);
        return report;
    }

    public async Task<ReportRecord> IssueAsync(string id, string etag, Actor by, string comment, CancellationToken cancellation)
    {
        var report = await TakeAsync(id, etag, Steps.Issue, cancellation);
        await CheckFiguresAsync(report, cancellation);
        await StepAsync(report, Steps.Issue, by, comment, cancellation);
        await notice.SendAsync(report, by, cancellation);
        if (report.Corrects is { } wrong) await StepAsync(await TakeAsync(wrong, "", Steps.Supersede, cancellation), Steps.Supersede, by, report.Id, cancellation);
        return report;
    }

    /// <param name="step">Reopen or Discard.</param>
    public async Task<ReportRecord> MoveAsync(string id, string etag, string step, Actor by, string comment, CancellationToken cancellation)
    {
        var report = await TakeAsync(id, etag, step, cancellation);
        await StepAsync(report, step, by, comment, cancellation);
        return report;
    }

    public async Task<ReportRecord> CorrectAsync(string id, string etag, Actor by, string reason, CancellationToken cancellation) =>
        await press.CorrectAsync(await TakeAsync(id, etag, Steps.Correct, cancellation), by, reason, cancellation);

    async Task CheckFiguresAsync(ReportRecord report, CancellationToken cancellation)
    {
        if (!await db.Edits.AnyAsync(e => e.ReportId == report.Id, cancellation)) return;
        var faults = (await press.ComposeAsync(report, cancellation)).Contradictions.ToList();
        if (faults.Count > 0)
            throw Problems.Because(Reason.ContradictingFigure, string.Join(" ", faults.Take(20).Select(f => f.Fault.Kind == PassageFaultKind.UnknownFigure
                ? $"Passage '{f.Passage}' names the figure '{f.Fault.Figure}', which the document does not have."
                : $"Passage '{f.Passage}' says '{f.Fault.Written}' where the data say '{f.Fault.Expected}' (figure '{f.Fault.Figure}').")));
    }

    async Task<ReportRecord> TakeAsync(string id, string etag, string step, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ReportLock}, hashtext({id}))", cancellation);
        var report = await db.Reports.SingleOrDefaultAsync(r => r.Id == id, cancellation) ?? throw Problems.NotFound("report", $"reports/{id}");
        if (etag.Length > 0 && etag != ReportEtag.Of(report)) throw Problems.StaleEtag("report", $"reports/{id}");
        Lifecycle.After(id, report.State, step);
        return report;
    }

    async Task StepAsync(ReportRecord report, string step, Actor by, string comment, CancellationToken cancellation)
    {
        report.State = Lifecycle.After(report.Id, report.State, step);
        var last = await db.Milestones.Where(m => m.ReportId == report.Id).MaxAsync(m => (int?)m.Ordinal, cancellation) ?? 0;
        db.Milestones.Add(press.Milestone(report, last + 1, step, by, comment));
    }
}
