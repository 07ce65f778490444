namespace Suite.Tasks.Evidence;

/// <summary>The header that makes a browser save a file and not show it, with its name for old and new readers (RFC 6266, RFC 8187).</summary>
public static class Attachment
{
    public static string Header(string name)
    {
        var plain = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ' ' ? c : '_'));
        return $"attachment; filename=\"{plain}\"; filename*=UTF-8''{Uri.EscapeDataString(name)}";
    }
}
