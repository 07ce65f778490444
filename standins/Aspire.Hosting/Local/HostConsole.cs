using System.Diagnostics;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Local;

/// <summary>
/// What the host shows: the resources' lines, each with its name before it, and their states. <c>SUITE_LOGS</c> names the resources whose
/// lines appear (all when it is not set); with <c>none</c> the host shows nothing at all.
/// </summary>
internal sealed class HostConsole
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Dictionary<Resource, ResourceRow> _rows = [];
    private readonly Screen _screen;
    private readonly HashSet<string>? _shown;
    private readonly int _nameWidth;

    private HostConsole(Screen screen, HashSet<string>? shown, int nameWidth) =>
        (_screen, _shown, _nameWidth) = (screen, shown, nameWidth);

    public static HostConsole For(IConfiguration configuration, LocalModel model)
    {
        var names = configuration["SUITE_LOGS"]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var isQuiet = names is ["none"];
        var screen = new Screen(isQuiet ? TextWriter.Null : Console.Out, !isQuiet && Screen.IsTerminal(model.Resources.Count));
        return new HostConsole(screen, names?.ToHashSet(StringComparer.OrdinalIgnoreCase), model.Resources.Max(r => r.Name.Length));
    }

    public void Begin(DataFolder folder, LocalModel model, IEnumerable<ResourceRunner> runners)
    {
        foreach (var runner in runners)
            _rows[runner.Resource] = new ResourceRow(runner.Unit, _nameWidth);
        Say($"Data in {folder.Root}, logs in {folder.Logs}.");
        foreach (var parameter in model.Resources.OfType<ParameterResource>().Where(p => p.KeptIn is not null))
            Say($"The first {parameter.Name} is kept in {parameter.KeptIn}.");
    }

    public void Say(string sentence) => _screen.Print([sentence]);

    public void Line(string resource, string line)
    {
        if (_shown?.Contains(resource) ?? true)
            _screen.Print([$"{resource.PadRight(_nameWidth)} | {line}"]);
    }

    public void Show(ResourceRunner runner, CustomResourceSnapshot snapshot, IEnumerable<Resource> dependents)
    {
        var row = _rows[runner.Resource];
        lock (_rows)
        {
            if (row.Take(snapshot) && !_screen.IsLive)
                _screen.Print([$"{_clock.Elapsed.TotalSeconds,7:0.0} s  {row}"]);
            _screen.Footer = [.. _rows.Values.Select(r => r.ToString())];
        }
        if (snapshot.IsProblem)
            _screen.Print(Problem(runner, snapshot, dependents));
    }

    /// <summary>Leaves the last states on the screen.</summary>
    public void End() => _screen.Close();

    private static List<string> Problem(ResourceRunner runner, CustomResourceSnapshot snapshot, IEnumerable<Resource> dependents)
    {
        var log = runner.Unit.Context.Log;
        List<string> report = [$"PROBLEM '{runner.Resource.Name}': {snapshot.Reason}"];
        if (log.Last is { Count: > 0 } last)
            report.AddRange([$"  its last lines (all of them in {log.FilePath}):", .. last.Select(line => $"    {line}")]);
        if (string.Join(", ", dependents.Select(d => d.Name)) is { Length: > 0 } names)
            report.Add($"  depending on it: {names}");
        return report;
    }
}
