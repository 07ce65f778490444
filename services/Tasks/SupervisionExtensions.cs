using Suite.ServiceDefaults;
using Suite.Tasks.Api;
using Suite.Tasks.Calendar;
using Suite.Tasks.Lights;
using Suite.Tasks.Notifications;
using Suite.Tasks.Obligations;
using Suite.Tasks.Reminders;
using Suite.Tasks.Rules;
using Suite.Tasks.Scores;
using Suite.Tasks.Webhooks;

namespace Suite.Tasks;

/// <summary>What chases and judges: rules, lights, the calendar, reminders, scores.</summary>
public static class SupervisionExtensions
{
    public static void AddSupervision(this IServiceCollection services)
    {
        services.AddSingleton<CityTime>();
        services.AddScoped<RuleBook>().AddScoped<RuleDesk>().AddScoped<RuleQuery>().AddHostedService<BuiltInRules>();
        services.AddScoped<CalendarBook>().AddScoped<ObligationBook>().AddScoped<ReportStandings>().AddHostedService<OfficialYears>();
        services.AddScoped<ReminderClock>().AddScoped<NotificationDesk>().AddScoped<ReturnNotice>().AddScoped<NotificationQuery>().AddHostedService<SupervisionClock>();
        services.AddSingleton<WebhookGuard>().AddSingleton<WebhookSender>().AddScoped<WebhookBook>().AddScoped<WebhookDispatcher>().AddHostedService<WebhookClock>();
        services.AddScoped<LightDesk>().AddScoped<LightQuery>().AddScoped<ScoreBook>();
    }

    public static void MapSupervision(this WebApplication app)
    {
        app.MapApi<RuleApi>();
        app.MapApi<LightApi>();
        app.MapApi<CalendarApi>();
        app.MapApi<NotificationApi>();
        app.MapApi<ScoreApi>();
        app.MapApi<WebhookApi>();
    }
}
