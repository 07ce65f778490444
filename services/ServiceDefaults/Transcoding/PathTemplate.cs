using System.Text;

namespace Suite.ServiceDefaults.Transcoding;

/// <summary>
/// A path of <c>google.api.http</c>, such as <c>/v1/{name=plans/*}:issue</c>, as a route of ASP.NET Core and back: every <c>*</c>
/// is one route value, and a variable's value is its own pattern with the route values filled in.
/// </summary>
public sealed record PathTemplate(string Route, IReadOnlyList<PathVariable> Variables)
{
    public static PathTemplate Parse(string template)
    {
        var route = new StringBuilder();
        var variables = new List<PathVariable>();
        var values = 0;
        for (var at = 0; at < template.Length;)
        {
            if (template[at] != '{')
            {
                route.Append(template[at++]);
                continue;
            }

            var end = template.IndexOf('}', at);
            if (end < 0) throw new FormatException($"'{template}' opens a variable that it does not close.");
            var parts = template[(at + 1)..end].Split('=', 2);
            var segments = (parts.Length == 2 ? parts[1] : "*").Split('/').Select(s => s == "*" ? $"p{values++}" : $"/{s}").ToList();
            route.AppendJoin('/', segments.Select(s => s[0] == '/' ? s[1..] : $"{{{s}}}"));
            variables.Add(new(parts[0], segments));
            at = end + 1;
        }

        return new(route.ToString(), variables);
    }
}

/// <param name="Field">Path of the request field, e.g. <c>report.name</c>.</param>
/// <param name="Segments">Names of route values; a literal segment starts with "/".</param>
public sealed record PathVariable(string Field, IReadOnlyList<string> Segments)
{
    public string Value(IReadOnlyDictionary<string, object?> routeValues) =>
        string.Join('/', Segments.Select(s => s[0] == '/' ? s[1..] : routeValues[s] as string));
}
