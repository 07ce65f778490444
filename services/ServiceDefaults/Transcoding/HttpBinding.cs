using Google.Api;
using Google.Protobuf.Reflection;

namespace Suite.ServiceDefaults.Transcoding;

/// <summary>One HTTP door to a method, read from its <c>google.api.http</c> option.</summary>
/// <param name="Body">"" for no body, "*" for the whole message, else the request field the body fills.</param>
public sealed record HttpBinding(string Verb, PathTemplate Path, string Body)
{
    /// <summary>The path as the option has it, e.g. <c>/v1/{name=plans/*}:issue</c>.</summary>
    public string Template { get; private init; } = "";

    /// <summary>The doors of a method; empty for one without the option.</summary>
    public static IEnumerable<HttpBinding> Of(MethodDescriptor method)
    {
        var rule = method.GetOptions()?.GetExtension(AnnotationsExtensions.Http);
        return rule is null ? [] : rule.AdditionalBindings.Prepend(rule).Select(Of);
    }

    static HttpBinding Of(HttpRule rule)
    {
        var (verb, path) = rule.PatternCase switch
        {
            HttpRule.PatternOneofCase.Get => ("GET", rule.Get),
            HttpRule.PatternOneofCase.Put => ("PUT", rule.Put),
            HttpRule.PatternOneofCase.Post => ("POST", rule.Post),
            HttpRule.PatternOneofCase.Delete => ("DELETE", rule.Delete),
            HttpRule.PatternOneofCase.Patch => ("PATCH", rule.Patch),
            _ => throw new InvalidOperationException("A google.api.http option without a verb."),
        };
        return new(verb, PathTemplate.Parse(path), rule.Body) { Template = path };
    }
}
