using System.Security.Cryptography;
using Suite.ServiceDefaults.Errors;

namespace Suite.Tasks.Evidence;

/// <summary>Looks at a file before it is kept: what it is, by its content, and whether it is harmless enough to hand on.</summary>
public static class FileLook
{
    /// <summary>What file systems, shells and browsers read in their own way, and characters that turn the reading direction.</summary>
    const string RefusedInNames = "\\/:*?\"<>|%\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    /// <param name="sha256">What the sender says it is; empty for nothing.</param>
    /// <exception cref="ProblemException">INVALID_FIELD, TOO_LARGE.</exception>
    public static FoundFile At(string name, ReadOnlyMemory<byte> content, string sha256)
    {
        CheckName(name);
        if (content.Length > EvidenceLimits.MaxFile) throw Problems.TooLarge("The file", EvidenceLimits.MaxFile);
        if (content.Length == 0) throw Problems.InvalidField("content", "must not be empty.");
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        if (sha256.Length > 0 && !hash.Equals(sha256, StringComparison.OrdinalIgnoreCase)) throw Problems.InvalidField("sha256", $"is not that of the content, which has {hash}.");
        var kind = FileKind.Of(content);
        var extension = Path.GetExtension(name).ToLowerInvariant();
        if (!kind.Extensions.Contains(extension))
            throw Problems.InvalidField("file_name", $"must end in {string.Join(" or ", kind.Extensions)}: the content is {kind.ContentType}.");
        return new(name, extension == ".csv" ? "text/csv" : kind.ContentType, content.Length, hash);
    }

    static void CheckName(string name)
    {
        if (name.Length is 0 or > EvidenceLimits.MaxName) throw Problems.InvalidField("file_name", $"must have 1 to {EvidenceLimits.MaxName} characters.");
        if (name.Any(c => char.IsControl(c) || RefusedInNames.Contains(c)) || name[0] is '.' or ' ' || name[^1] is '.' or ' ')
            throw Problems.InvalidField("file_name", "must be a plain file name: no path, no control characters, none of \\ / : * ? \" < > | %, no dot or space at either end.");
    }
}
