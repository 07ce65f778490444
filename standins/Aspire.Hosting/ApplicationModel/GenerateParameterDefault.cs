using System.Security.Cryptography;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>How a parameter gets its value when nobody gives one.</summary>
public abstract class ParameterDefault
{
    public abstract string GetDefaultValue();
}

/// <summary>A random value from the operating system's generator.</summary>
public sealed class GenerateParameterDefault : ParameterDefault
{
    // Without l, I, O, 0 and 1: somebody will read a password off a screen.
    private const string Lowers = "abcdefghijkmnopqrstuvwxyz";
    private const string Uppers = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Digits = "23456789";
    private const string Specials = "-_.+";

    /// <summary>Characters; at least 12 are made.</summary>
    public int MinLength { get; set; } = 22;

    public bool Special { get; set; } = true;

    public override string GetDefaultValue()
    {
        var alphabet = Lowers + Uppers + Digits + (Special ? Specials : "");
        while (true)
        {
            var value = RandomNumberGenerator.GetString(alphabet, Math.Max(12, MinLength));
            if (HasEveryKind(value))
                return value;
        }
    }

    private bool HasEveryKind(string value) =>
        value.Any(char.IsAsciiLetterLower) && value.Any(char.IsAsciiLetterUpper) && value.Any(char.IsAsciiDigit)
        && (!Special || value.Any(Specials.Contains));
}
