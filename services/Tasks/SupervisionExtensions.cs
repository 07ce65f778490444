using Suite.ServiceDefaults;
using Suite.Tasks.Api;
using Suite.Tasks.Calendar;
using Suite.Tasks.Lights;
using Suite.Tasks.Rules;

namespace Suite.Tasks;

/// <summary>What chases and judges: rules, lights, the calendar, reminders, scores.</summary>
static class SupervisionExtensions
{
    public static void AddSupervision(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CityTime>();
        builder.Services.AddScoped<RuleBook>().AddScoped<RuleDesk>().AddScoped<RuleQuery>().AddHostedService<BuiltInRules>();
        builder.Services.AddScoped<LightDesk>().AddScoped<LightQuery>();
    }

    public static void MapSupervision(this WebApplication app)
    {
        app.MapApi<RuleApi>();
        app.MapApi<LightApi>();
    }
}
