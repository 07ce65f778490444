using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Suite.ServiceDefaults.Health;

/// <summary>
/// Writes a probe's answer: <c>{"status":"Unhealthy","checks":{"tasks":{"status":"Unhealthy","description":"…"}}}</c>. Exceptions stay in
/// the log.
/// </summary>
static class HealthReportWriter
{
    public static Task WriteAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(
        new { status = report.Status.ToString(), checks = report.Entries.ToDictionary(e => e.Key, e => Describe(e.Value)) }, http.RequestAborted);

    static object Describe(HealthReportEntry entry) => new { status = entry.Status.ToString(), description = entry.Description ?? "" };
}
