using Suite.Contracts.Events.V1;
using Suite.Indicators;
using Suite.Indicators.Api;
using Suite.Indicators.Observations;
using Suite.Indicators.Storage;
using Suite.Indicators.Targets;
using Suite.Messaging;
using Suite.ServiceDefaults;
using Suite.ServiceDefaults.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddStorage<IndicatorsDbContext>("indicatorsdb");
builder.AddMessaging<IndicatorsDbContext>("indicators", messaging => messaging
    .Handle<TaskIssued, TargetRecorder>()
    .Handle<TaskRevised, TargetRecorder>()
    .Handle<ProgressAccepted, ObservationRecorder>());
builder.AddIndicators();

var app = builder.Build();
app.MapServiceDefaults();
app.MapApi<IndicatorApi>();
app.MapApi<DefinitionApi>();
app.MapApi<FigureApi>();
app.MapApi<RuleApi>();
app.MapApi<TargetApi>();
app.MapApi<QueryApi>();
app.MapApi<JudgementApi>();
app.MapApi<LeagueApi>();
app.MapApi<RebuildApi>();
app.MapApi<AuditApi>();
app.Run();
