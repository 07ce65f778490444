using Suite.Reporting.Facts;

namespace Suite.Reporting.Papers;

/// <summary>A way to count tasks.</summary>
/// <param name="Key">Names its words: Tally{Key}.</param>
/// <param name="Formula">What is counted, in the words of <see cref="Figure.Formula"/>.</param>
public sealed record Tally(string Key, string Formula, Func<TaskStanding, bool> Counts, Func<TaskStanding, IEnumerable<FigureSource>> Sources)
{
    public static readonly Tally Tasks = new("Tasks", "tasks", _ => true, TheTask);
    public static readonly Tally Acknowledged = new("Acknowledged", "acknowledged", t => t.Acknowledged, TheTask);
    public static readonly Tally Due = new("Due", "due", t => t.Due, TheTask);
    public static readonly Tally Reported = new("Reported", "reported", t => t.AllReported, TheReports);
    public static readonly Tally Accepted = new("Accepted", "accepted", t => t.AllAccepted, TheAccepted);
    public static readonly Tally Green = Lit("Green", Light.Green);
    public static readonly Tally Yellow = Lit("Yellow", Light.Yellow);
    public static readonly Tally Red = Lit("Red", Light.Red);
    public static readonly Tally Blue = Lit("Blue", Light.Blue);
    public static readonly Tally Unlit = new("Unlit", "light = none", t => t.Light is null, TheTask);

    static Tally Lit(string key, Light light) =>
        new(key, $"light = {key.ToUpperInvariant()}", t => t.Light == light, t => [FigureSource.OfLight(t)]);

    static IEnumerable<FigureSource> TheTask(TaskStanding standing) => [FigureSource.Of(standing.Task)];

    static IEnumerable<FigureSource> TheAccepted(TaskStanding standing) => standing.Accepted.Select(r => FigureSource.Of(standing.Task, r));

    static IEnumerable<FigureSource> TheReports(TaskStanding standing) =>
        TheAccepted(standing).Concat(standing.Open.Select(s => FigureSource.Of(standing.Task, s)));
}
