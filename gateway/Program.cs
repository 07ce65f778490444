using Suite.Gateway.Edge;
using Suite.Gateway.Routing;
using Suite.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddEdge();
builder.AddForwarding();

var app = builder.Build();
app.UseEdge();
app.MapServiceDefaults();
app.UseEdgeChecks();
app.MapForwarding();
app.Run();
