using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Calendar;
using Suite.Tasks.Naming;
using Suite.Tasks.Obligations;
using Suite.Tasks.Plans;
using Suite.Tasks.Storage;
using Suite.Tasks.V1;
using CalendarYear = Suite.Tasks.V1.CalendarYear;

namespace Suite.Tasks.Api;

sealed class CalendarApi(
    CalendarBook book, ObligationBook obligations, PlanQuery plans, CityTime time, TasksDbContext db, CommandRunner<TasksDbContext> commands)
    : CalendarService.CalendarServiceBase
{
    static readonly int[] Quarters = [1, 2, 3, 4];

    public override async Task<ListCalendarYearsResponse> ListCalendarYears(ListCalendarYearsRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<YearKey>(request, request.PageToken);
        var found = await book.ListAsync(after?.Year ?? 0, size + 1, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, y => new YearKey(y.Year));
        return new() { CalendarYears = { page.Select(CalendarMessages.ToMessage) }, NextPageToken = next };
    }

    public override async Task<CalendarYear> GetCalendarYear(GetCalendarYearRequest request, ServerCallContext context) =>
        (await book.GetAsync(CalendarMessages.YearOf(request.Name), context.CancellationToken)).ToMessage();

    public override Task<CalendarYear> CreateCalendarYear(CreateCalendarYearRequest request, ServerCallContext context) =>
        commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var asked = request.CalendarYear ?? throw Problems.InvalidField("calendar_year", "must be given.");
            var made = await book.CreateAsync(CalendarMessages.Read(asked), Inputs.ActorOf(Access.Of(context)), context.CancellationToken);
            commands.Audit(context, nameof(CreateCalendarYear), made.Name, new { made.Version, made.Facts.Source });
            await db.SaveChangesAsync(context.CancellationToken);
            return made.ToMessage();
        });

    public override async Task<ListPlanPeriodsResponse> ListPlanPeriods(ListPlanPeriodsRequest request, ServerCallContext context)
    {
        var plan = await plans.GetAsync(ResourceNames.ReadPlan(request.Parent, "parent"), Sight.Of(Access.Of(context)), context.CancellationToken);
        if (plan.IssuedAt is not { } issued)
            throw Problems.Because(Reason.PlanNotIssued, $"Plan '{ResourceNames.Plan(plan.Id)}' is a draft; nothing of it falls due.");
        var dates = await obligations.DatesAsync(context.CancellationToken);
        return new() { PlanPeriods = { Quarters.Select(q => ToMessage(plan.Id, dates.Of(plan.Year, q, time.DayOf(issued)))) } };
    }

    PlanPeriod ToMessage(string plan, PeriodDates dates) => new()
    {
        Name = $"{ResourceNames.Plan(plan)}/periods/{dates.Period}", Quarter = dates.Period.Quarter,
        FirstDate = CityTime.Text(dates.First), LastDate = CityTime.Text(dates.Last), OpenDate = CityTime.Text(dates.Opens),
        ContributionDueDate = CityTime.Text(dates.ContributionDue), ReportDueDate = CityTime.Text(dates.ReportDue),
        DueTime = time.EndOf(dates.ReportDue).ToTimestamp(), Provisional = dates.Provisional,
        Rule = Rules.SupervisionRule.NameOf(Rules.RuleKind.Deadline, dates.RuleVersion),
        State = time.Today < dates.Opens ? PlanPeriodState.Upcoming : time.Today <= dates.ReportDue ? PlanPeriodState.Open : PlanPeriodState.Over,
    };

    sealed record YearKey(int Year);
}
