using Grpc.Core;
using Suite.Errors.V1;
using Suite.Indicators.Rebuilding;
using Suite.Indicators.Storage;
using Suite.Indicators.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.V1;

namespace Suite.Indicators.Api;

/// <summary>The operator's door to rebuilding and verifying.</summary>
/// <param name="tasks">None where the service runs without tasks.</param>
public sealed class RebuildApi(
    IEnumerable<BoardService.BoardServiceClient> tasks, TaskSeriesRebuild rebuild, IndicatorsDbContext db, TimeProvider clock, CommandRunner<IndicatorsDbContext> commands)
    : RebuildService.RebuildServiceBase
{
    const int MostTries = 10;

    public override async Task<VerifyTaskSeriesResponse> VerifyTaskSeries(VerifyTaskSeriesRequest request, ServerCallContext context)
    {
        var found = await RunAsync(request.Plan, takeOver: false, run => commands.TryAsync(context, run), context.CancellationToken);
        return new() { Events = found.Events, Unheard = found.Unheard, Count = found.Count, Differences = { Shown(found) } };
    }

    public override async Task<RebuildTaskSeriesResponse> RebuildTaskSeries(RebuildTaskSeriesRequest request, ServerCallContext context)
    {
        RebuildTaskSeriesResponse? answer = null;
        await RunAsync(request.Plan, takeOver: true, async run =>
        {
            Rebuilt? found = null;
            answer = await commands.RunAsync(context, request, request.RequestId, async () =>
            {
                found = await run() ?? throw new OvertakenException();
                // A feed that tells nothing is more likely the wrong one than a reason to forget everything; a single plan may be forgotten.
                if (found is { Events: 0, Count: > 0 } && request.Plan.Length == 0) throw Problems.IllegalStep("feed", "taskChanges", "empty", "be what everything is rebuilt from");
                commands.Audit(context, nameof(RebuildTaskSeries), request.Plan.Length == 0 ? "indicators" : request.Plan, new { found.Events, found.Unheard, differences = found.Count });
                return new RebuildTaskSeriesResponse { Events = found.Events, Unheard = found.Unheard, Count = found.Count, Differences = { Shown(found) } };
            });
            // The first answer again: nothing was run.
            return found ?? new Rebuilt(answer.Events, answer.Unheard, answer.Count, []);
        }, context.CancellationToken);
        return answer!;
    }

    /// <summary>Runs until nothing is heard between the fetching of the story and the run.</summary>
    async Task<Rebuilt> RunAsync(string plan, bool takeOver, Func<Func<Task<Rebuilt?>>, Task<Rebuilt?>> inTransaction, CancellationToken cancellation)
    {
        if (plan.Length > 0 && !ResourceNames.IsPlan(plan)) throw Problems.InvalidField("plan", "must be plans/{plan}.");
        var client = tasks.FirstOrDefault() ?? throw Problems.Because(Reason.DependencyUnavailable, "This service was started without tasks (services:tasks:grpc:0), whose feed is needed.");
        using var story = new TaskStory(client, clock);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var heard = await rebuild.HeardAsync(cancellation);
            await story.FetchAsync(cancellation);
            try
            {
                if (await inTransaction(() => rebuild.RunAsync(story, plan, heard, takeOver, cancellation)) is { } done) return done;
            }
            catch (OvertakenException)
            {
                // Nothing was done; the story goes on.
            }
            finally
            {
                db.IsShadowed = false;
            }
        }

        throw Problems.Because(Reason.DependencyUnavailable, "Events come in faster than they can be worked out again; try again when it is quieter.");
    }

    static IEnumerable<Difference> Shown(Rebuilt found) =>
        found.Differences.Select(d => new Difference { Kind = d.Kind, Name = d.Row.Name, Kept = d.Row.Kept ?? "", Told = d.Row.Told ?? "" });

    /// <summary>Something was heard meanwhile.</summary>
    sealed class OvertakenException : Exception;
}
