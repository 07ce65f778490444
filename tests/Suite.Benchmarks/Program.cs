using Suite.Benchmarks;
using Suite.Benchmarks.Directory;
using Suite.Benchmarks.Indicators;
using Suite.Benchmarks.Reporting;
using Suite.Benchmarks.Tasks;

// bench [WORD...]: the measurements whose names contain one of the words; all of them without.
IMeasurement[] all = [new ResolveNames(), new ListUnits(), new BoardOfTheCity(), new SearchWords(), new FigureQuestions(), new FigureImport(), new OverviewOfAPlan(), new BulletinOfAPlan()];
var chosen = all.Where(m => args.Length == 0 || args.Any(word => m.Name.Contains(word, StringComparison.OrdinalIgnoreCase))).ToList();
if (chosen.Count == 0)
{
    Console.Error.WriteLine($"没有这样的测量。 There is no such measurement; there are {string.Join(", ", all.Select(m => m.Name))}.");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) => (pressed.Cancel, _) = (true, stop.CancelAsync());
var figures = new List<Figure>();
foreach (var measurement in chosen)
{
    Console.WriteLine($"{measurement.Name} … (load {Report.Load()})");
    figures.AddRange(await measurement.RunAsync(stop.Token));
}

Report.Print(Console.Out, figures);
Console.WriteLine(Report.Write(Environment.GetEnvironmentVariable("SUITE_OUT") is { Length: > 0 } folder ? folder : "out", TimeProvider.System.GetUtcNow(), figures));
return 0;
