using System.Buffers;
using System.Collections;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Suite.ServiceDefaults.Errors;

namespace Suite.ServiceDefaults.Requests;

/// <summary>
/// What holds for every text of every request: whole Unicode characters; none of them U+0000, which PostgreSQL does not store, and none
/// U+FFFD, which is all that a message's parser leaves of bytes that are not UTF-8.
/// </summary>
static class TextRules
{
    /// <exception cref="ProblemException">INVALID_FIELD with the path of every text that breaks a rule, e.g. <c>report.figures[0].note</c>.</exception>
    public static void Check(IMessage message)
    {
        var violations = Violations(message, "").ToList();
        if (violations.Count > 0) throw Problems.InvalidFields(violations);
    }

    static IEnumerable<FieldViolation> Violations(IMessage message, string path)
    {
        foreach (var field in message.Descriptor.Fields.InFieldNumberOrder())
        {
            if (field.FieldType is not (FieldType.String or FieldType.Message)) continue;
            var value = field.Accessor.GetValue(message);
            foreach (var violation in OfValue(value, $"{path}{field.Name}")) yield return violation;
        }
    }

    static IEnumerable<FieldViolation> OfValue(object? value, string path) => value switch
    {
        string text => Fault(text) is { } fault ? [new(path, fault)] : [],
        IMessage inner => Violations(inner, $"{path}."),
        IDictionary map => map.Keys.Cast<object>().SelectMany(key => OfValue(key, $"{path} (a key)").Concat(OfValue(map[key], $"{path}[{key}]"))),
        IList list => list.Cast<object?>().SelectMany((item, index) => OfValue(item, $"{path}[{index}]")),
        _ => [],
    };

    static string? Fault(string text)
    {
        if (text.Contains('\0')) return $"must not contain the character U+0000 (at position {text.IndexOf('\0')}).";
        if (text.Contains('\uFFFD')) return $"must be UTF-8: a character was lost at position {text.IndexOf('\uFFFD')} (U+FFFD stands there).";
        return IsWhole(text) ? null : "must not contain half a surrogate pair.";
    }

    static bool IsWhole(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0; at = text.IndexOfAnyInRange('\uD800', '\uDFFF'))
        {
            if (Rune.DecodeFromUtf16(text[at..], out _, out var length) != OperationStatus.Done) return false;
            text = text[(at + length)..];
        }

        return true;
    }
}
