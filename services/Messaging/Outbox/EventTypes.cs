using System.Text.Json;
using Suite.Contracts.Events.V1;

namespace Suite.Messaging.Outbox;

/// <summary>The event records of the contract by name, and their JSON.</summary>
static class EventTypes
{
    public static readonly string Namespace = typeof(PlanIssued).Namespace!;

    static readonly Dictionary<string, Type> ByName = typeof(PlanIssued).Assembly.GetTypes()
        .Where(t => t.Namespace == typeof(PlanIssued).Namespace).ToDictionary(t => t.FullName!);

    public static string NameOf(object message) =>
        message.GetType().FullName is { } name && ByName.ContainsKey(name)
            ? name
            : throw new InvalidOperationException($"{message.GetType()} is not an event of the contract.");

    public static string Write(object message) => JsonSerializer.Serialize(message, message.GetType());

    public static object Read(string type, string payload) =>
        JsonSerializer.Deserialize(payload, ByName[type]) ?? throw new JsonException($"A stored {type} is null.");

    public static Type TypeOf(string name) => ByName[name];
}
