using System.Xml;

namespace Suite.TableFiles.Office;

/// <summary>
/// Reads one XML part from its beginning to its end, element by element, holding nothing of it. Document types are prohibited and nothing
/// is resolved, so no entity can grow and nothing outside is reached; depth and length are limited.
/// </summary>
public sealed class PartReader : IDisposable
{
    private readonly XmlReader reader;
    private readonly string part;
    private readonly FileLimits limits;
    private readonly char[] chunk = new char[4096];
    private long taken;

    public PartReader(Stream content, string part, FileLimits limits)
    {
        this.part = part;
        this.limits = limits;
        reader = XmlReader.Create(content, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
            MaxCharactersInDocument = limits.MaxPartCharacters,
        });
    }

    /// <summary>The present element's name without its prefix.</summary>
    public string Name => reader.LocalName;

    public string Namespace => reader.NamespaceURI;

    /// <summary>The last part of the present element's namespace that both flavours of the standard share, such as wordprocessingml.</summary>
    public bool IsOf(string vocabulary) => reader.NamespaceURI.Contains(vocabulary, StringComparison.Ordinal);

    /// <summary>An attribute of the present element by its name without prefix; null where it has none.</summary>
    public string? this[string attribute]
    {
        get
        {
            if (reader.GetAttribute(attribute) is { } plain) return plain;
            string? found = null;
            for (var more = reader.MoveToFirstAttribute(); more && found is null; more = reader.MoveToNextAttribute())
                if (reader.LocalName == attribute && reader.Prefix != "xmlns") found = reader.Value;
            reader.MoveToElement();
            return found;
        }
    }

    public bool ToRoot() => reader.MoveToContent() == XmlNodeType.Element;

    /// <summary>Calls <paramref name="child"/> on each child element of the present one; what it leaves unread is passed over.</summary>
    public void Children(Action child)
    {
        if (reader.IsEmptyElement) return;
        var depth = reader.Depth;
        while (Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            var isEmpty = reader.IsEmptyElement;
            child();
            if (!isEmpty && reader is { NodeType: XmlNodeType.Element } && reader.Depth == depth + 1) ToEnd(depth + 1);
        }
    }

    /// <summary>Gives the present element's text to <paramref name="take"/>, piece by piece, however long it is.</summary>
    public void Text(Action<ReadOnlySpan<char>> take)
    {
        if (reader.IsEmptyElement) return;
        var depth = reader.Depth;
        while (Read() && reader.Depth > depth)
        {
            if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)) continue;
            for (int read; (read = reader.ReadValueChunk(chunk, 0, chunk.Length)) > 0;)
            {
                if ((taken += read) > limits.MaxCharacters) throw FileRefusals.TooLong(limits, $"{taken} characters in part {part}");
                take(chunk.AsSpan(0, read));
            }
        }
    }

    public void Dispose() => reader.Dispose();

    private void ToEnd(int depth)
    {
        while (Read())
            if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth) return;
    }

    private bool Read()
    {
        if (!reader.Read()) return false;
        if (reader.Depth > limits.MaxDepth) throw FileRefusals.TooDeep(limits, $"Part {part}");
        return true;
    }
}
