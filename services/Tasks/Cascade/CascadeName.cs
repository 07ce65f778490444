using System.Security.Cryptography;
using System.Text;

namespace Suite.Tasks.Cascade;

/// <summary>What a unit's own plan and its tasks are called: always the same below the same plan, so that one unit has one of it.</summary>
public static class CascadeName
{
    /// <summary>Tasks from above are numbered from here on by the number they have there, out of the way of those of a document.</summary>
    public const int NumbersFrom = 100_000;

    const int LongestId = 40;
    const int HashDigits = 8;

    /// <summary>{plan}-{unit}; where that is too long, its beginning and a hash of all of it.</summary>
    public static string PlanOf(string above, string unit)
    {
        var whole = $"{above}-{unit}";
        if (whole.Length <= LongestId) return whole;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(whole)))[..HashDigits];
        return $"{whole[..(LongestId - HashDigits - 1)]}-{hash}";
    }

    public static int NumberOf(int above) => NumbersFrom + above;
}
