using Google.Protobuf.Reflection;

namespace Suite.ServiceDefaults.Reflection;

/// <summary>A set of proto files with everything they import, searchable by what they declare.</summary>
sealed class DescriptorFiles(IReadOnlyList<FileDescriptor> files)
{
    public static DescriptorFiles Of(IEnumerable<FileDescriptor> roots) => new([.. roots.SelectMany(WithImports).Distinct()]);

    /// <summary>The file and all it imports, each once, the file first.</summary>
    public static IEnumerable<FileDescriptor> WithImports(FileDescriptor file)
    {
        var seen = new HashSet<string>();
        var queue = new Queue<FileDescriptor>([file]);
        while (queue.TryDequeue(out var next))
        {
            if (!seen.Add(next.Name)) continue;
            yield return next;
            foreach (var import in next.Dependencies) queue.Enqueue(import);
        }
    }

    public FileDescriptor? ByName(string name) => files.FirstOrDefault(f => f.Name == name);

    public FileDescriptor? BySymbol(string symbol) => files.FirstOrDefault(f => Symbols(f).Contains(symbol));

    public FileDescriptor? ByExtension(string type, int number) =>
        files.FirstOrDefault(f => Extensions(f).Any(e => e.ExtendeeType?.FullName == type && e.FieldNumber == number));

    public IEnumerable<int> ExtensionNumbers(string type) =>
        files.SelectMany(Extensions).Where(e => e.ExtendeeType?.FullName == type).Select(e => e.FieldNumber);

    static IEnumerable<FieldDescriptor> Extensions(FileDescriptor file) => file.Extensions.UnorderedExtensions;

    static IEnumerable<string> Symbols(FileDescriptor file) =>
        file.Services.SelectMany(s => s.Methods.Select(m => m.FullName).Prepend(s.FullName))
            .Concat(file.EnumTypes.Select(e => e.FullName))
            .Concat(file.MessageTypes.SelectMany(Symbols))
            .Concat(Extensions(file).Select(e => e.FullName));

    static IEnumerable<string> Symbols(MessageDescriptor message) =>
        message.NestedTypes.SelectMany(Symbols)
            .Concat(message.EnumTypes.Select(e => e.FullName))
            .Concat(message.Fields.InFieldNumberOrder().Select(f => f.FullName))
            .Prepend(message.FullName);
}
