using System.Security.Cryptography;
using System.Text;

namespace Suite.Tasks.Plans;

/// <summary>
/// What makes two imports one: the same bytes, read with the same settings. Where the settings are those that an import has by itself the
/// identity is the SHA-256 of the bytes, as anybody can compute it; otherwise it is one of that and of the settings that differ.
/// </summary>
public static class ImportIdentity
{
    /// <param name="firstUnitLeads">The custom asked for, null where the document tells it.</param>
    /// <param name="formAsNamed">True where the sender's name for the file decided its form.</param>
    /// <returns>64 hexadecimal digits in lower case.</returns>
    public static string Of(ReadOnlySpan<byte> bytes, bool? firstUnitLeads = null, bool formAsNamed = false)
    {
        var plain = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var settings = (firstUnitLeads is { } first ? $"\nlead_custom={(first ? "first" : "all")}" : "") + (formAsNamed ? "\nform=as named" : "");
        return settings.Length == 0 ? plain : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plain + settings)));
    }
}
