using Suite.ServiceDefaults;
using Suite.Tasks.Adjustments;
using Suite.Tasks.Api;
using Suite.Tasks.Cascade;
using Suite.Tasks.Cases;
using Suite.Tasks.Closing;
using Suite.Tasks.Finding;
using Suite.Tasks.Instructions;
using Suite.Tasks.Questions;

namespace Suite.Tasks;

/// <summary>What is asked, answered and decided on tasks beside their reports, and finding them.</summary>
static class CaseExtensions
{
    public static void AddCases(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<CaseBook>().AddScoped<CaseViewerBook>();
        builder.Services.AddScoped<AdjustmentWriter>().AddScoped<AdjustmentLaw>().AddScoped<AdjustmentDesk>().AddScoped<AdjustmentQuery>();
        builder.Services.AddSingleton<AdjustmentClock>().AddHostedService(services => services.GetRequiredService<AdjustmentClock>());
        builder.Services.AddScoped<CaseParties>().AddScoped(typeof(AskedQuery<,>));
        builder.Services.AddScoped<InstructionDesk>().AddScoped<QuestionDesk>().AddScoped<ClosingDesk>().AddScoped<ClosingQuery>();
        builder.Services.AddScoped<DueQuarters>().AddScoped<BoardQuery>().AddScoped<TaskChangeFeed>();
        builder.Services.AddScoped<CascadeDesk>().AddScoped<CascadeQuery>().AddScoped<CascadeFindings>().AddScoped<SettlementDesk>();
    }

    public static void MapCases(this WebApplication app)
    {
        app.MapApi<AdjustmentApi>();
        app.MapApi<InstructionApi>();
        app.MapApi<QuestionApi>();
        app.MapApi<ClosingApi>();
        app.MapApi<BoardApi>();
        app.MapApi<CascadeApi>();
    }
}
