using Suite.Messaging;
using Suite.Reporting.Api;
using Suite.Reporting.Documents;
using Suite.Reporting.Intake;
using Suite.Reporting.Overviews;
using Suite.Reporting.Papers;
using Suite.Reporting.Reports;
using Suite.Reporting.Runs;
using Suite.Reporting.Storage;
using Suite.Reporting.Templates;
using Suite.ServiceDefaults;
using Suite.ServiceDefaults.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddStorage<ReportingDbContext>("reportingdb");
builder.AddMessaging<ReportingDbContext>("reporting", HeardEvents.Hear);
var options = builder.Configuration.GetSection("Reporting").Get<ReportingOptions>() ?? new();
builder.Services.AddSingleton(options).AddSingleton(new PaperComposer(options.Zone)).AddSingleton<ReportInputs>();
builder.Services.AddSingleton<StandingCache>().AddSingleton<PdfConverter>();
builder.Services.AddScoped<PlanLog>().AddScoped<FactReader>();
builder.AddOwners();
builder.Services.AddScoped<PdfDesk>().AddScoped<IssueNotice>().AddScoped<RunDesk>().AddScoped<TemplateShelf>().AddScoped<ReportPress>().AddScoped<ReportBinder>().AddScoped<ReportDesk>().AddScoped<ReportChecks>().AddScoped<ReportQueries>();

builder.Services.AddHostedService<RunWorker>().AddHostedService<ScheduleWorker>();

var app = builder.Build();
app.MapServiceDefaults();
app.MapApi<ReportApi>();
app.MapApi<RunApi>();
app.MapApi<SubscriptionApi>();
app.MapApi<TemplateApi>();
app.MapApi<OverviewApi>();
app.MapApi<ReadModelApi>();
app.MapApi<AuditApi>();
app.Run();
