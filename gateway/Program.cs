using Suite.Gateway.Edge;
using Suite.Gateway.OpenApi;
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
app.MapOpenApi();
app.MapForwarding();
app.Run();
