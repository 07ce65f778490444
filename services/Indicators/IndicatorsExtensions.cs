using Suite.Indicators.Api;
using Suite.Indicators.Definitions;
using Suite.Indicators.Entities;
using Suite.Indicators.Figures;
using Suite.Indicators.Imports;
using Suite.Indicators.Storage;
using Suite.ServiceDefaults.Identity;

namespace Suite.Indicators;

static class IndicatorsExtensions
{
    public static void AddIndicators(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<CityCalendar>().AddScoped<IScopeResolver, SeriesScopes>().AddScoped<IndicatorQueries>()
        .AddScoped<DefinitionBook>().AddScoped<EntityBook>()
        .AddScoped<FigureStore>().AddScoped<SeriesNames>().AddScoped<FigureIntake>().AddScoped<FigureDesk>().AddScoped<FigureFeed>()
        .AddScoped<FigureMessages>().AddScoped<ReportFigures>().AddScoped<ImportDesk>().AddScoped<StoredChecks>()
        .AddHostedService<FirstStart>();
}
