using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Suite.ServiceDefaults.Identity;

/// <summary>A path of message fields, such as <c>report.name</c>, to a string.</summary>
public sealed class FieldDescriptorPath(IReadOnlyList<FieldDescriptor> fields)
{
    /// <exception cref="InvalidOperationException">The message has no such string field.</exception>
    public static FieldDescriptorPath Of(MessageDescriptor message, string path)
    {
        var fields = new List<FieldDescriptor>();
        foreach (var part in path.Split('.'))
        {
            var owner = fields.Count == 0 ? message : fields[^1].MessageType;
            fields.Add(owner.FindFieldByName(part) ?? throw new InvalidOperationException($"{message.FullName} has no field {path}."));
        }

        return fields[^1].FieldType == FieldType.String
            ? new(fields)
            : throw new InvalidOperationException($"{message.FullName}.{path} is not a string.");
    }

    /// <summary>The string at the path; empty where a message on the way is not set.</summary>
    public string Read(IMessage message)
    {
        object? value = message;
        foreach (var field in fields)
        {
            if (value is not IMessage owner) return "";
            value = field.Accessor.GetValue(owner);
        }

        return value as string ?? "";
    }
}
