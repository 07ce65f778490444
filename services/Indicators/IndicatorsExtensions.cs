using Suite.Directory.V1;
using Suite.Indicators.Api;
using Suite.Indicators.Definitions;
using Suite.Indicators.Entities;
using Suite.Indicators.Figures;
using Suite.Indicators.Goals;
using Suite.Indicators.Imports;
using Suite.Indicators.Judging;
using Suite.Indicators.Queries;
using Suite.Indicators.Rebuilding;
using Suite.Indicators.Seeding;
using Suite.Indicators.Storage;
using Suite.ServiceDefaults.Clients;
using Suite.ServiceDefaults.Feeds;
using Suite.ServiceDefaults.Identity;
using Suite.Tasks.V1;

namespace Suite.Indicators;

static class IndicatorsExtensions
{
    public static void AddIndicators(this WebApplicationBuilder builder)
    {
        builder.AddFigures();
        if (builder.Configuration["services:tasks:grpc:0"] is not null) builder.AddServiceClient("tasks", calls => new BoardService.BoardServiceClient(calls));
        // Alone, without a directory, the service goes on with the entities it knows.
        if (builder.Configuration["services:directory:grpc:0"] is null) return;
        builder.AddServiceClient("directory", calls => new ChangeService.ChangeServiceClient(calls));
        builder.AddServiceClient("directory", calls => new UnitService.UnitServiceClient(calls));
        builder.AddFeed<DirectoryFollower>();
    }

    static void AddFigures(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<CityCalendar>().AddScoped<IScopeResolver, SeriesScopes>().AddScoped<IndicatorQueries>()
        .AddScoped<DefinitionBook>().AddScoped<EntityBook>()
        .AddScoped<FigureStore>().AddScoped<SeriesNames>().AddScoped<SeriesEtags>().AddScoped<FigureIntake>().AddScoped<FigureDesk>().AddScoped<FigureFeed>()
        .AddScoped<FigureMessages>().AddScoped<ReportFigures>().AddScoped<MappingBook>().AddScoped<ImportDesk>().AddScoped<TargetImport>().AddScoped<StoredChecks>()
        .AddScoped<GoalBook>().AddScoped<TargetMessages>().AddScoped<BlockReader>().AddScoped<EntityChoice>().AddScoped<SeriesQuery>().AddScoped<LeagueTables>().AddScoped<LeagueEvidence>().AddScoped<LightRules>()
        .AddScoped<TaskSeriesRebuild>().AddScoped<FigureSeeder>().AddHostedService<FirstStart>();
}
