namespace Suite.Benchmarks;

/// <summary>One measurement. Add a class in the folder of what it measures, and name it in Program.cs.</summary>
interface IMeasurement
{
    /// <summary>In lower case with full stops, e.g. <c>directory.resolve.100-unknown</c>; stays when figures are compared over the years.</summary>
    string Name { get; }

    /// <summary>Sets up what it needs, measures, and takes it down.</summary>
    Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellation);
}

/// <summary>How long something took beside a reference that was taken in turn with it, so that the machine and its load weigh on both.</summary>
/// <param name="What">Under which conditions, e.g. <c>10,000 units</c>.</param>
/// <param name="Reference">What the reference does.</param>
/// <param name="Goal">What the 99th percentile is to stay under, in milliseconds; null for none.</param>
sealed record Figure(string Name, string What, Times Took, string Reference, Times ReferenceTook, double? Goal = null)
{
    /// <summary>Of the medians.</summary>
    public double Ratio => Took.Median / ReferenceTook.Median;
}

/// <summary>Percentiles in milliseconds.</summary>
sealed record Times(int Count, double Fastest, double Median, double P99)
{
    public static Times Of(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        return new(sorted.Length, sorted[0], At(0.5), At(0.99));

        double At(double part) => sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(part * sorted.Length) - 1)];
    }
}
