using Microsoft.EntityFrameworkCore;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Naming;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Progress;

/// <summary>One of several reports to be reviewed.</summary>
public sealed record ReviewOrder(ReportName Name, string Etag, Light? Light, string Comment);

/// <param name="Report">Null where it was refused.</param>
/// <param name="Refusal">Null where it was done.</param>
public sealed record ReviewResult(ReviewOrder Order, ProgressReport? Report, Problem? Refusal);

/// <summary>
/// Reviews many reports in one transaction, each by itself: what one is refused for does not hold up the others. They are taken in the order
/// of their names, so that two of these at once wait for one another instead of locking each other out.
/// </summary>
public sealed class ReviewDesk(TasksDbContext db, ProgressDesk desk)
{
    /// <param name="review">Accepts or returns one report.</param>
    /// <param name="done">Told of each that was.</param>
    /// <returns>In the order of <paramref name="orders"/>.</returns>
    public async Task<IReadOnlyList<ReviewResult>> RunAsync(
        IReadOnlyList<ReviewOrder> orders, Func<ProgressReport, ReviewOrder, Task> review, Action<ProgressReport> done, Viewer viewer, CancellationToken cancellation)
    {
        var results = new Dictionary<ReportName, ReviewResult>();
        foreach (var order in orders.OrderBy(o => o.Name.ToString(), StringComparer.Ordinal))
        {
            results[order.Name] = await OneAsync(order, review, viewer, cancellation);
            if (results[order.Name].Report is { } report) done(report);
            // Whatever a refused one has changed in memory must not be saved with the next.
            db.ChangeTracker.Clear();
        }

        return [.. orders.Select(o => results[o.Name])];
    }

    async Task<ReviewResult> OneAsync(ReviewOrder order, Func<ProgressReport, ReviewOrder, Task> review, Viewer viewer, CancellationToken cancellation)
    {
        try
        {
            var report = await desk.TakeForReviewAsync(order.Name, order.Etag, viewer, "be reviewed", cancellation);
            await review(report, order);
            await db.SaveChangesAsync(cancellation);
            return new(order, report, null);
        }
        catch (ProblemException refused)
        {
            return new(order, null, refused.Problem);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new(order, null, new(Reason.StaleEtag, $"The task of '{order.Name}' was changed by another call at the same time; try again."));
        }
    }
}
