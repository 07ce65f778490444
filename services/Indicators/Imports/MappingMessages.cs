using Suite.Indicators.Definitions;
using Suite.ServiceDefaults.Errors;

namespace Suite.Indicators.Imports;

/// <summary>Mappings as the messages of the contract.</summary>
static class MappingMessages
{
    const int MostNames = 2000;
    const int LongestName = 200;

    public static V1.ImportMapping Of(string id, Mapping mapping)
    {
        var message = new V1.ImportMapping
        {
            Name = id.Length == 0 ? "" : $"importMappings/{id}", Definition = mapping.Definition, Entity = mapping.Entity, Period = mapping.Period, Unit = mapping.Unit,
            YearToDate = mapping.YearToDate,
        };
        foreach (var (heading, role) in mapping.Columns) message.Columns.Add(heading, role);
        foreach (var (name, resource) in mapping.Names) message.Names.Add(name, resource);
        return message;
    }

    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static Mapping Of(V1.ImportMapping message)
    {
        if (message.Columns.Count + message.Names.Count > MostNames) throw Problems.InvalidField("mapping", $"must hold at most {MostNames} columns and names.");
        if (message.Period.Length > LongestName || message.Unit.Length > LongestName) throw Problems.InvalidField("mapping", $"must have a period and a unit of at most {LongestName} characters.");
        foreach (var (heading, role) in message.Columns)
        {
            if (heading.Length > LongestName) throw Problems.InvalidField("mapping.columns", $"must name headings of at most {LongestName} characters.");
            if (ColumnRoles.Read(role) is null) throw Problems.InvalidField("mapping.columns", $"must map '{heading}' to one of {string.Join(", ", ColumnRoles.All)}; '{role}' is none.");
        }

        foreach (var (name, resource) in message.Names)
            if (name.Length > LongestName || !(resource.StartsWith(DefinitionBook.Prefix, StringComparison.Ordinal) || resource.StartsWith(ResourceNames.Entities, StringComparison.Ordinal)))
                throw Problems.InvalidField("mapping.names", $"must map '{name}' to definitions/… or entities/….");
        if (message.Definition.Length > 0) ResourceNames.IdIn(DefinitionBook.Prefix, message.Definition, "mapping.definition");
        if (message.Entity.Length > 0) ResourceNames.IdIn(ResourceNames.Entities, message.Entity, "mapping.entity");
        return new(new Dictionary<string, string>(message.Columns), message.Definition, message.Entity, message.Period, message.Unit, new Dictionary<string, string>(message.Names), message.YearToDate);
    }
}
