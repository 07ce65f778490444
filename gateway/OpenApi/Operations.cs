using System.Globalization;
using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;
using Suite.Auth.V1;
using Suite.Http;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Transcoding;

namespace Suite.Gateway.OpenApi;

/// <summary>Methods as operations.</summary>
sealed class Operations(ContractComments comments, Schemas schemas, Parameters parameters)
{
    /// <param name="index">Of the binding among the method's: an operation of its own needs an id of its own.</param>
    public JsonObject Of(MethodDescriptor method, HttpBinding binding, int index)
    {
        var rule = MethodRule.Of(method);
        var comment = comments.Of(method);
        var operation = new JsonObject
        {
            ["operationId"] = $"{method.Service.Name}_{method.Name}{(index == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"_{index + 1}"))}",
            ["tags"] = new JsonArray(method.Service.Name),
            ["summary"] = FirstSentence(comment),
            ["description"] = $"{comment}\n\n{WhoMay(rule)}".Trim(),
            ["parameters"] = parameters.Of(method.InputType, binding),
            ["responses"] = Responses(method, binding, rule),
            ["security"] = rule.Anonymous ? new JsonArray() : new JsonArray(new JsonObject { [ContractDocument.Bearer] = new JsonArray() }),
        };
        if (binding.Body.Length > 0) operation["requestBody"] = Body(method.InputType, binding);
        return operation;
    }

    JsonObject Body(MessageDescriptor input, HttpBinding binding)
    {
        if (binding.Body == "*")
        {
            var inPath = binding.Path.Variables.Select(v => v.Field).ToHashSet();
            var inBody = input.Fields.InFieldNumberOrder().Where(f => !inPath.Contains(f.Name));
            return new() { ["content"] = Json(schemas.OfFields(input, inBody)) };
        }

        var field = input.FindFieldByName(binding.Body);
        var body = new JsonObject { ["required"] = true, ["content"] = Content(field.MessageType) };
        if (comments.Of(field) is { Length: > 0 } said) body["description"] = said;
        return body;
    }

    JsonObject Responses(MethodDescriptor method, HttpBinding binding, MethodRule rule)
    {
        var responses = new JsonObject { ["200"] = new JsonObject { ["description"] = "Done.", ["content"] = Content(method.OutputType) } };
        foreach (var status in Problems(binding, rule)) responses[status] = new JsonObject { ["$ref"] = $"#/components/responses/{ContractDocument.Problem}" };
        return responses;
    }

    static IEnumerable<string> Problems(HttpBinding binding, MethodRule rule) =>
    [
        "400", .. rule.Anonymous ? Array.Empty<string>() : ["401", "403"], .. binding.Path.Variables.Count > 0 ? ["404"] : Array.Empty<string>(),
        .. binding.Verb == "GET" ? Array.Empty<string>() : ["409", "412", "413"], "429", "503", "504",
    ];

    JsonObject Content(MessageDescriptor message) => message.FullName == HttpBody.Descriptor.FullName
        ? new JsonObject { ["*/*"] = new JsonObject() }
        : Json(schemas.ReferTo(message));

    static JsonObject Json(JsonObject schema) => new() { ["application/json"] = new JsonObject { ["schema"] = schema } };

    static string WhoMay(MethodRule rule) => rule.Anonymous
        ? "Callable without a token."
        : $"Callable by {string.Join("; ", rule.Grants.Select(g => $"{string.Join(", ", g.Roles.Select(Lower))} ({About(g.Scope)})"))}.";

    static string About(Scope scope) => scope switch
    {
        Scope.Any => "any resource",
        Scope.Issued => "what has been issued",
        Scope.OwnUnit => "their own unit's",
        Scope.LedTask => "tasks their unit leads",
        Scope.SupportedTask => "tasks their unit supports",
        Scope.Portfolio => "their portfolio",
        Scope.SubAssigned => "tasks in which their unit has a part as member of a group",
        Scope.SubReport => "members' reports on tasks their unit leads",
        Scope.Jurisdiction => "plans their unit made for itself",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "A scope that no rule may grant."),
    };

    static string Lower(Role role) => role.ToString().ToLowerInvariant();

    static string FirstSentence(string comment) => comment.Split('\n')[0].Split(". ")[0].TrimEnd('.');
}
