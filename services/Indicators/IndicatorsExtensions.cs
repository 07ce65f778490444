using Suite.Indicators.Api;
using Suite.Indicators.Definitions;
using Suite.Indicators.Entities;

namespace Suite.Indicators;

static class IndicatorsExtensions
{
    public static void AddIndicators(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<CityCalendar>().AddScoped<IndicatorQueries>()
        .AddScoped<DefinitionBook>().AddScoped<EntityBook>();
}
