using Google.Protobuf.Reflection;

namespace Suite.ServiceDefaults.Identity;

/// <summary>The comments that stand before methods in the proto files.</summary>
static class ContractComments
{
    /// <summary>First sentence of each method's comment, by the method's full name.</summary>
    public static IReadOnlyDictionary<string, string> Summaries(FileDescriptorSet files) =>
        files.File.SelectMany(OfFile).ToDictionary(m => m.Method, m => m.Summary);

    static IEnumerable<(string Method, string Summary)> OfFile(FileDescriptorProto file) =>
        from location in file.SourceCodeInfo?.Location ?? []
        // The path of a method: field 6 (service) of the file, its index, field 2 (method) of the service, its index.
        where location.Path is [FileDescriptorProto.ServiceFieldNumber, _, ServiceDescriptorProto.MethodFieldNumber, _]
        let service = file.Service[location.Path[1]]
        select ($"{file.Package}.{service.Name}.{service.Method[location.Path[3]].Name}", FirstSentence(location.LeadingComments));

    static string FirstSentence(string comment)
    {
        var text = string.Join(' ', comment.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return text.IndexOf(". ", StringComparison.Ordinal) is var end && end > 0 ? text[..(end + 1)] : text;
    }
}
