using System.Collections.Concurrent;

namespace Suite.Tests.Calls;

/// <summary>Signs accounts in, each once.</summary>
public sealed class Accounts(JsonDoor door, string adminPassword, string demoPassword)
{
    readonly ConcurrentDictionary<string, Task<string>> _tokens = new();

    public Task<string> Admin => TokenAsync("admin");

    public Task<string> Office => TokenAsync("office");

    /// <summary>An access token of <c>admin</c> or of a demo account.</summary>
    public Task<string> TokenAsync(string account) => _tokens.GetOrAdd(account, async name =>
    {
        var answer = await door.PostAsync("v1/auth/token", new { account = name, password = name == "admin" ? adminPassword : demoPassword }, token: null);
        return answer.Good()["accessToken"]!.GetValue<string>();
    });
}
