using Suite.Directory.V1;
using Suite.Reporting.Leagues;
using Suite.Reporting.Rebuilding;
using Suite.ServiceDefaults.Clients;
using LeagueService = Suite.Indicators.V1.LeagueService;
using BoardService = Suite.Tasks.V1.BoardService;
using CalendarService = Suite.Tasks.V1.CalendarService;
using ProofService = Suite.Tasks.V1.ProofService;
using ScoreService = Suite.Tasks.V1.ScoreService;

namespace Suite.Reporting.Intake;

static class OwnerExtensions
{
    /// <summary>Who is asked for what no event tells, and the feeds from which the read model is made anew. Nothing is asked before it is needed.</summary>
    public static void AddOwners(this WebApplicationBuilder builder)
    {
        builder.AddServiceClient("tasks", calls => new BoardService.BoardServiceClient(calls));
        builder.AddServiceClient("tasks", calls => new ScoreService.ScoreServiceClient(calls));
        builder.AddServiceClient("tasks", calls => new CalendarService.CalendarServiceClient(calls));
        builder.AddServiceClient("tasks", calls => new ProofService.ProofServiceClient(calls));
        builder.AddServiceClient("directory", calls => new UnitService.UnitServiceClient(calls));
        builder.AddServiceClient("indicators", calls => new LeagueService.LeagueServiceClient(calls));
        builder.Services.AddSingleton<ServiceIdentity>();
        builder.Services.AddScoped<ReadModel>().AddScoped<ProofClerk>();
        builder.Services.AddSingleton<OfficeRounds>().AddSingleton<OfficeSource>().AddSingleton<OfficeClerk>();
        builder.Services.AddScoped<LeagueSource>().AddScoped<LeagueClerk>().AddScoped<LeagueReader>();
    }
}
