using Suite.Reporting.Facts;

namespace Suite.Reporting.Intake;

/// <summary>Lights as events name them.</summary>
static class LightNames
{
    /// <param name="resource">What has the light, for the message.</param>
    /// <exception cref="InvalidOperationException">No such light.</exception>
    public static Light Read(string light, string resource) => light switch
    {
        "GREEN" => Light.Green,
        "YELLOW" => Light.Yellow,
        "RED" => Light.Red,
        "BLUE" => Light.Blue,
        var other => throw new InvalidOperationException($"{resource} was told with the light '{other}'; GREEN, YELLOW, RED or BLUE was expected."),
    };
}
