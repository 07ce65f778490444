using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Suite.ServiceDefaults.Tests.V1;

namespace Suite.ServiceDefaults.Tests;

/// <summary>Makes requests that are nearly right, and some that are not at all.</summary>
sealed class Nonsense(int seed)
{
    const int Deepest = 6;

    static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1.5", "1e400", "-0", "12345678901234567890123", "\"\"", "\"1\"", "\"NaN\"", "\"COLOUR_RED\"", "\"red\"", "7",
        "\"2024-01-01T00:00:00Z\"", "\"0000-00-00T00:00:00Z\"", "\"9999-12-31T23:59:59.999999999+18:00\"", "\"3s\"", "\"-1.0000000001s\"", "\"a,b\"",
        "\"a.B,c_d\"", "\"AAE=\"", "\"_-8\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\ud83d\\ude00\"", "\"书\uFFFD\"", "[]", "{}", "[null]", "[[]]",
        "{\"@type\":\"type.googleapis.com/suite.testing.v1.Kinds\"}", "{\"@type\":\"x\",\"value\":1}", "{\"@type\":5}", "{\"\":0}", "\"\\x\"", "nul",
    ];

    static readonly IList<FieldDescriptor> Fields = Kinds.Descriptor.Fields.InFieldNumberOrder();

    readonly Random _random = new(seed);

    public byte[] Body() => Encoding.UTF8.GetBytes(Object(0)) is var whole && _random.Next(4) == 0 ? Damage(whole) : whole;

    public string Query() => string.Join('&', Enumerable.Range(0, _random.Next(1, 5)).Select(_ => $"{Name()}{Pick("=", "=", "=", "=", "", "==")}{Argument()}"));

    /// <summary>A gRPC frame around a message, both perhaps damaged.</summary>
    public byte[] Message()
    {
        var message = Plausible(0).ToByteArray();
        if (_random.Next(2) == 0) message = Damage(message);
        var frame = RawGrpc.Frame(message);
        return _random.Next(4) == 0 ? Damage(frame) : frame;
    }

    string Object(int depth) =>
        $"{{{string.Join(',', Enumerable.Range(0, _random.Next(4)).Select(_ => $"\"{Field()}\":{Value(depth)}"))}}}";

    string Value(int depth) => _random.Next(3) switch
    {
        0 when depth < Deepest => Object(depth + 1),
        1 when depth < Deepest => $"[{string.Join(',', Enumerable.Range(0, _random.Next(3)).Select(_ => Value(depth + 1)))}]",
        _ => Pick(Values),
    };

    string Field() => _random.Next(8) == 0 ? Pick("nothing", "", "a.b", "\\u0000", "书", "constructor") : Spelled(Fields[_random.Next(Fields.Count)]);

    string Spelled(FieldDescriptor field) => _random.Next(2) == 0 ? field.Name : field.JsonName;

    string Name() => _random.Next(5) == 0
        ? string.Join('.', Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Field()))
        : string.Concat(Enumerable.Repeat("inner.", _random.Next(3))) + Field();

    string Argument() => _random.Next(5) == 0
        ? Pick("%", "%F", "%FF", "%00", "%C3%28", "%ED%A0%80", "%u1234", "%25", "+", "%2B", "\"", "{}", "%0A")
        : Uri.EscapeDataString(Pick(Values).Trim('"'));

    Kinds Plausible(int depth) => new()
    {
        Int64Value = _random.NextInt64(), StringValue = Pick("", "书", "x", "y", _random.Next(9) == 0 ? "a\0" : "𠀀", _random.Next(9) == 0 ? "\uFFFD" : "z"), Colour = (Colour)_random.Next(5),
        Inner = depth < Deepest && _random.Next(2) == 0 ? Plausible(depth + 1) : null,
        Words = { _random.Next(20) == 0 ? "b\0" : "a" }, Counts = { [_random.Next(20) == 0 ? "\0" : "k"] = _random.Next() }, DoubleValue = _random.NextDouble(),
    };

    byte[] Damage(byte[] bytes)
    {
        var damaged = bytes.ToList();
        for (var hit = _random.Next(1, 4); hit > 0 && damaged.Count > 0; hit--)
        {
            var at = _random.Next(damaged.Count);
            if (_random.Next(3) == 0) damaged.RemoveAt(at);
            else damaged[at] = (byte)_random.Next(256);
        }

        return [.. damaged];
    }

    string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
