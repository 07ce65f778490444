using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Suite.Benchmarks;

/// <summary>The figures as a table on the screen and as JSON in a file.</summary>
static class Report
{
    static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Print(TextWriter to, IEnumerable<Figure> figures)
    {
        to.WriteLine(Line("measurement", "fastest", "median", "p99 ms", "goal", "reference", "ratio"));
        foreach (var f in figures)
        {
            to.WriteLine(Line(f.Name, Text(f.Took.Fastest), Text(f.Took.Median), Text(f.Took.P99), f.Goal is { } goal ? Text(goal) : "", Text(f.ReferenceTook.Median), Text(f.Ratio)));
            to.WriteLine($"    {f.What}; {f.Took.Count} times; reference: {f.Reference}");
        }
    }

    /// <param name="folder">Where the file goes.</param>
    /// <returns>The file.</returns>
    public static string Write(string folder, DateTimeOffset time, IEnumerable<Figure> figures)
    {
        System.IO.Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "bench.json");
        var machine = new { processors = Environment.ProcessorCount, system = RuntimeInformation.OSDescription, load = Load(), runtime = RuntimeInformation.FrameworkDescription };
        File.WriteAllText(file, JsonSerializer.Serialize(new { time, machine, figures }, Indented));
        return file;
    }

    /// <summary>Load average of the last minute; empty where the system does not tell.</summary>
    public static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "";

    static string Line(params string[] cells) => string.Concat(cells.Select((cell, at) => at == 0 ? cell.PadRight(44) : cell.PadLeft(10)));

    static string Text(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);
}
