using Suite.Contracts.Events.V1;
using Suite.Messaging;
using Suite.Reporting.Api;
using Suite.Reporting.Bulletins;
using Suite.Reporting.Intake;
using Suite.Reporting.Reports;
using Suite.Reporting.Storage;
using Suite.Reporting.Wording;
using Suite.ServiceDefaults;
using Suite.ServiceDefaults.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddStorage<ReportingDbContext>("reportingdb");
builder.AddMessaging<ReportingDbContext>("reporting", messaging => messaging
    .Handle<PlanIssued, PlanRecorder>()
    .Handle<TaskIssued, TaskRecorder>()
    .Handle<TaskRevised, TaskRecorder>()
    .Handle<TaskAcknowledged, TaskRecorder>()
    .Handle<ProgressSubmitted, ProgressRecorder>()
    .Handle<ProgressReturned, ProgressRecorder>()
    .Handle<ProgressAccepted, ProgressRecorder>());
var options = builder.Configuration.GetSection("Reporting").Get<ReportingOptions>() ?? new();
var words = new Wordings(options.Culture);
builder.Services.AddSingleton(words).AddSingleton(new BulletinComposer(words, options.Zone));
builder.Services.AddScoped<FactReader>().AddScoped<BulletinPress>().AddScoped<ReportQueries>();

var app = builder.Build();
app.MapServiceDefaults();
app.MapApi<ReportApi>();
app.MapApi<AuditApi>();
app.Run();
