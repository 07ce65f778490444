using Microsoft.AspNetCore.Http;

namespace Suite.ServiceDefaults.Requests;

/// <summary>How far a call came: what fails before its request has been read is the request's fault, what fails after is not.</summary>
static class RequestProgress
{
    static readonly object Read = new();

    public static void MarkRead(HttpContext http) => http.Items[Read] = true;

    public static bool IsRead(HttpContext http) => http.Items.ContainsKey(Read);
}
