using Suite.Gateway.Routing;
using Suite.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddForwarding();

var app = builder.Build();
app.MapServiceDefaults();
app.MapForwarding();
app.Run();
