using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Suite.Reporting.Papers;
using Suite.Reporting.Reports;
using Suite.Reporting.Runs;
using Suite.Reporting.Storage;
using Suite.Reporting.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Storage;
using Run = Suite.Reporting.V1.Run;
using Schedule = Suite.Reporting.V1.Schedule;

namespace Suite.Reporting.Api;

/// <summary>The gRPC door to runs and schedules.</summary>
public sealed class RunApi(RunDesk desk, ReportingDbContext db, ReportingOptions options, CommandRunner<ReportingDbContext> commands, TimeProvider clock) : RunService.RunServiceBase
{
    const int MostDays = 80;
    const int MostSchedules = 1000;
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public override Task<Run> CreateRun(CreateRunRequest request, ServerCallContext context)
    {
        var violations = new List<FieldViolation>();
        if (request.Run?.Quarter is not (>= 1 and <= 4)) violations.Add(new("run.quarter", "must be 1 to 4."));
        var (kinds, language) = Check("run", request.Run?.Plan, request.Run?.Kinds, request.Run?.Language, violations);
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var caller = Access.Of(context).Caller;
            var run = await desk.BeginAsync(request.Run!.Plan, request.Run.Quarter, kinds, language, new(caller.Account, caller.DisplayName), context.CancellationToken);
            commands.Audit(context, nameof(CreateRun), $"reportRuns/{run.Id:N}", new { run.Plan, run.Quarter, Kinds = kinds.Select(k => $"{k}") });
            await db.SaveChangesAsync(context.CancellationToken);
            return RunMessages.Of(run, db.RunItems.Local.Where(i => i.RunId == run.Id).OrderBy(i => i.Ordinal).ToList(), full: true);
        });
    }

    public override async Task<Run> GetRun(GetRunRequest request, ServerCallContext context)
    {
        var (run, items) = await desk.FindAsync(IdOf("reportRuns", request.Name), context.CancellationToken);
        return RunMessages.Of(run, items, full: true);
    }

    public override async Task WatchRun(GetRunRequest request, IServerStreamWriter<Run> responseStream, ServerCallContext context)
    {
        var (id, cancellation, told) = (IdOf("reportRuns", request.Name), context.CancellationToken, -1);
        while (!cancellation.IsCancellationRequested)
        {
            var (run, items) = await desk.FindAsync(id, cancellation);
            var ended = run.State != RunState.Running;
            if (ended || items.Count(i => i.Done) > told)
            {
                told = items.Count(i => i.Done);
                await responseStream.WriteAsync(RunMessages.Of(run, items, full: ended), cancellation);
            }

            if (ended) return;
            await Task.Delay(Pause, clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public override Task<Run> CancelRun(CancelRunRequest request, ServerCallContext context) => commands.RunAsync(context, request, request.RequestId, async () =>
    {
        var run = await desk.CancelAsync(IdOf("reportRuns", request.Name), context.CancellationToken);
        commands.Audit(context, nameof(CancelRun), request.Name);
        await db.SaveChangesAsync(context.CancellationToken);
        return RunMessages.Of(run, (await desk.FindAsync(run.Id, context.CancellationToken)).Items, full: true);
    });

    public override Task<Schedule> CreateSchedule(CreateScheduleRequest request, ServerCallContext context)
    {
        var violations = new List<FieldViolation>();
        var asked = request.Schedule ?? new();
        if (asked.DaysAfterQuarter is < 0 or > MostDays) violations.Add(new("schedule.days_after_quarter", $"must be 0 to {MostDays}."));
        if (!TimeOnly.TryParseExact(asked.TimeOfDay, "HH:mm", out var time)) violations.Add(new("schedule.time_of_day", "must be HH:mm."));
        var (kinds, language) = Check("schedule", asked.Plan, asked.Kinds, asked.Language, violations);
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            if (await db.Schedules.CountAsync(s => !s.Cancelled, context.CancellationToken) >= MostSchedules)
                throw Problems.InvalidField("schedule", $"would be one more than {MostSchedules}; end some first.");
            var schedule = new Runs.Schedule
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()), Plan = asked.Plan, Kinds = [.. kinds], Language = language, DaysAfterQuarter = asked.DaysAfterQuarter, TimeOfDay = time,
                CreateTime = clock.GetUtcNow(),
            };
            db.Schedules.Add(schedule);
            commands.Audit(context, nameof(CreateSchedule), $"reportSchedules/{schedule.Id:N}", new { schedule.Plan, schedule.DaysAfterQuarter, asked.TimeOfDay });
            return RunMessages.Of(schedule);
        });
    }

    public override async Task<ListSchedulesResponse> ListSchedules(ListSchedulesRequest request, ServerCallContext context) => new()
    {
        Schedules =
        {
            (await db.Schedules.AsNoTracking().OrderBy(s => s.Cancelled).ThenByDescending(s => s.Id).Take(MostSchedules).ToListAsync(context.CancellationToken)).Select(RunMessages.Of),
        },
    };

    public override Task<Schedule> CancelSchedule(CancelScheduleRequest request, ServerCallContext context) => commands.RunAsync(context, request, request.RequestId, async () =>
    {
        var id = IdOf("reportSchedules", request.Name);
        var schedule = await db.Schedules.SingleOrDefaultAsync(s => s.Id == id, context.CancellationToken) ?? throw Problems.NotFound("schedule", request.Name);
        schedule.Cancelled = true;
        commands.Audit(context, nameof(CancelSchedule), request.Name);
        return RunMessages.Of(schedule);
    });

    (IReadOnlyList<PaperKind> Kinds, string Language) Check(
        string field, string? plan, IEnumerable<ReportKind>? kinds, string? language, List<FieldViolation> violations)
    {
        var asked = (kinds ?? []).Select(k => (PaperKind)(int)k).ToList();
        var spoken = language is { Length: > 0 } ? language : options.Language;
        if (!ReportNames.IsPlan(plan ?? "")) violations.Add(new($"{field}.plan", "must be plans/{plan}."));
        if (asked.Count == 0 || !asked.All(System.Enum.IsDefined) || asked.Distinct().Count() < asked.Count) violations.Add(new($"{field}.kinds", "must be one or more kinds, each once."));
        if (!ReportInputs.IsLanguage(spoken)) violations.Add(new($"{field}.language", "must be zh-CN or en."));
        return violations.Count > 0 ? throw Problems.InvalidFields(violations) : (asked, spoken);
    }

    internal static Guid IdOf(string collection, string name) =>
        ReportNames.IsOf(collection, name) && Guid.TryParseExact(name[(collection.Length + 1)..], "N", out var id) ? id : throw Problems.NotFound(collection, name);
}

/// <summary>Runs and schedules as the messages of the contract.</summary>
static class RunMessages
{
    /// <param name="full">With its items.</param>
    public static Run Of(Runs.Run run, IReadOnlyList<Runs.RunItem> items, bool full)
    {
        var message = new Run
        {
            Name = $"reportRuns/{run.Id:N}", Plan = run.Plan, Quarter = run.Quarter, Kinds = { run.Kinds.Select(k => (ReportKind)(int)k) }, Language = run.Language,
            State = (Run.Types.State)(int)run.State, Total = items.Count, Done = items.Count(i => i.Done), Failed = items.Count(i => i.Error is not null), Creator = run.Creator,
            CreateTime = run.CreateTime.ToTimestamp(),
        };
        if (full)
            message.Items.Add(items.Select(i => new V1.RunItem
            {
                Kind = (ReportKind)(int)i.Kind, Subject = i.Subject, Report = i.ReportId is { } id ? $"reports/{id}" : "", Error = i.Error ?? "",
            }));
        return message;
    }

    public static Schedule Of(Runs.Schedule schedule) => new()
    {
        Name = $"reportSchedules/{schedule.Id:N}", Plan = schedule.Plan, Kinds = { schedule.Kinds.Select(k => (ReportKind)(int)k) }, Language = schedule.Language,
        DaysAfterQuarter = schedule.DaysAfterQuarter, TimeOfDay = schedule.TimeOfDay.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), LastQuarter = schedule.LastQuarter,
        Cancelled = schedule.Cancelled,
    };
}
