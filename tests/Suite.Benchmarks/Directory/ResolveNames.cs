using Suite.Directory.V1;

namespace Suite.Benchmarks.Directory;

/// <summary>What the office waits for when a plan is imported: a hundred names in one call.</summary>
sealed class ResolveNames : IMeasurement
{
    const int Rounds = 300;
    const double Goal = 50;

    public string Name => "directory.resolve.100-unknown";

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellation)
    {
        await using var directory = await LargeDirectory.StartAsync();
        var units = directory.Units;
        var known = new ResolveUnitsRequest { Names = { Enumerable.Range(0, 100).Select(i => directory.Names[i * 97]) } };
        var unknown = new ResolveUnitsRequest { Names = { known.Names.Select(n => n.Remove(4, 1).Replace("管理", "官理", StringComparison.Ordinal)) } };
        if ((await units.ResolveUnitsAsync(unknown)).Resolutions.Any(r => r.Candidates.Count == 0)) throw new InvalidOperationException("A name has no candidate: nothing is measured.");
        var (took, reference) = await Turns.TakeAsync(
            Rounds, async () => await units.ResolveUnitsAsync(unknown, cancellationToken: cancellation), async () => await units.ResolveUnitsAsync(known, cancellationToken: cancellation), cancellation);
        return [new(Name, "10,000 units, 100,000 accounts, gRPC", took, "a hundred names it knows", reference, Goal)];
    }
}
