using System.Text.Json;
using Shouldly;

namespace Suite.Tasks.Tests.Api;

/// <summary>A status with the JSON that came with it.</summary>
public sealed record Answer(int Status, JsonElement Body)
{
    public string Reason => Body.GetProperty("reason").GetString()!;

    public string Detail => Body.GetProperty("detail").GetString()!;

    public JsonElement Require(int status)
    {
        Status.ShouldBe(status, Body.ToString());
        return Body;
    }

    /// <summary>Requires a problem with this status and reason.</summary>
    public Answer Problem(int status, string reason)
    {
        (Status, Reason).ShouldBe((status, reason), Body.ToString());
        return this;
    }
}

static class Answers
{
    public static async Task<Answer> ReadAsync(this HttpResponseMessage response) =>
        new((int)response.StatusCode, (await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync())).RootElement);

    public static async Task<Answer> ReadAsync(this Task<HttpResponseMessage> response) => await (await response).ReadAsync();

    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
