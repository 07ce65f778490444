using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Suite.Tasks.Storage;

/// <summary>Keeps an immutable record as one JSON document: it is written once and read whole.</summary>
sealed class JsonConverter<T>() : ValueConverter<T, string>(value => Write(value), json => Read(json))
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        IgnoreReadOnlyProperties = true,
    };

    static string Write(T value) => JsonSerializer.Serialize(value, Options);

    static T Read(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"A stored {typeof(T).Name} is null.");
}
