using Suite.ServiceDefaults.Errors;

namespace Suite.Indicators.Api;

/// <summary>Values of the contract's enums; those of the domain have the same numbers.</summary>
static class Enums
{
    /// <exception cref="ProblemException">INVALID_FIELD for none, or for one the contract does not know.</exception>
    public static int Given<T>(T value, string field)
        where T : struct, Enum =>
        Convert.ToInt32(value) is not 0 and var number && Enum.IsDefined(value)
            ? number
            : throw Problems.InvalidField(field, $"must be one of {string.Join(", ", Enum.GetValues<T>().Where(v => Convert.ToInt32(v) != 0))}.");
}
