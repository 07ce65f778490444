using Suite.Directory;
using Suite.Directory.Api;
using Suite.Directory.Keys;
using Suite.Directory.Storage;
using Suite.ServiceDefaults;
using Suite.ServiceDefaults.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddStorage<DirectoryDbContext>("directorydb");
builder.AddOwnTokens();
builder.AddDirectory();

var app = builder.Build();
app.MapServiceDefaults();
app.MapApi<UnitApi>();
app.MapApi<GroupApi>();
app.MapApi<PersonApi>();
app.MapApi<ChangeApi>();
app.MapApi<ImportApi>();
app.MapApi<AuthApi>();
app.MapApi<AccountApi>();
app.MapApi<StaffApi>();
app.MapApi<ClientApi>();
app.MapApi<RightsApi>();
app.MapApi<AuditApi>();
app.Run();
