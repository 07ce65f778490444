using Google.Protobuf.Reflection;

namespace Suite.Gateway.OpenApi;

/// <summary>The comments of the contract by full name of what they are about, e.g. <c>suite.tasks.v1.Plan.title</c>.</summary>
sealed class ContractComments
{
    // Field numbers of descriptor.proto, of which source locations are made.
    const int Messages = 4, Enums = 5, Services = 6, Fields = 2, NestedMessages = 3, NestedEnums = 4, EnumValues = 2, Methods = 2;

    readonly Dictionary<string, string> _comments = [];

    public ContractComments(FileDescriptorSet files)
    {
        foreach (var file in files.File) Add(file);
    }

    /// <summary>Empty where nothing is said.</summary>
    public string Of(IDescriptor described) => _comments.GetValueOrDefault(described.FullName, "");

    void Add(FileDescriptorProto file)
    {
        // Options are set in several places, so a path may come more than once.
        var said = file.SourceCodeInfo.Location.GroupBy(l => string.Join('.', l.Path)).ToDictionary(g => g.Key, g => string.Concat(g.Select(Text)));
        Each(file.MessageType, $"{Messages}", file.Package, m => m.Name, (message, path, name) => AddMessage(said, message, path, name));
        Each(file.EnumType, $"{Enums}", file.Package, e => e.Name, (type, path, name) => AddEnum(said, type, path, name));
        Each(file.Service, $"{Services}", file.Package, s => s.Name, (service, path, name) =>
        {
            Keep(said, path, name);
            Each(service.Method, $"{path}.{Methods}", name, m => m.Name, (_, at, full) => Keep(said, at, full));
        });
    }

    void AddMessage(Dictionary<string, string> said, DescriptorProto message, string path, string name)
    {
        Keep(said, path, name);
        Each(message.Field, $"{path}.{Fields}", name, f => f.Name, (_, at, full) => Keep(said, at, full));
        Each(message.NestedType, $"{path}.{NestedMessages}", name, m => m.Name, (nested, at, full) => AddMessage(said, nested, at, full));
        Each(message.EnumType, $"{path}.{NestedEnums}", name, e => e.Name, (nested, at, full) => AddEnum(said, nested, at, full));
    }

    void AddEnum(Dictionary<string, string> said, EnumDescriptorProto type, string path, string name)
    {
        Keep(said, path, name);
        Each(type.Value, $"{path}.{EnumValues}", name, v => v.Name, (_, at, full) => Keep(said, at, full));
    }

    void Keep(Dictionary<string, string> said, string path, string name)
    {
        if (said.TryGetValue(path, out var text) && text.Length > 0) _comments[name] = text;
    }

    static void Each<T>(IReadOnlyList<T> items, string path, string owner, Func<T, string> name, Action<T, string, string> each)
    {
        for (var index = 0; index < items.Count; index++) each(items[index], $"{path}.{index}", $"{owner}.{name(items[index])}");
    }

    static string Text(SourceCodeInfo.Types.Location location) =>
        string.Join('\n', location.LeadingComments.Split('\n').Concat(location.TrailingComments.Split('\n')).Select(l => l.Trim())).Trim();
}
