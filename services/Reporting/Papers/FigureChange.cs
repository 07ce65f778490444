namespace Suite.Reporting.Papers;

/// <summary>A figure that is not what it was.</summary>
/// <param name="Before">Null for one that is new.</param>
/// <param name="After">Null for one that is gone.</param>
public sealed record FigureChange(string Key, Figure? Before, Figure? After)
{
    public string Label => (After ?? Before)!.Label;

    /// <summary>In the order of the later figures, those that are gone at the end.</summary>
    public static IReadOnlyList<FigureChange> Between(IReadOnlyList<Figure> before, IReadOnlyList<Figure> after)
    {
        var (old, now) = (before.ToDictionary(f => f.Key), after.ToDictionary(f => f.Key));
        return
        [
            .. after.Where(f => !old.TryGetValue(f.Key, out var was) || was.Text != f.Text).Select(f => new FigureChange(f.Key, old.GetValueOrDefault(f.Key), f)),
            .. before.Where(f => !now.ContainsKey(f.Key)).Select(f => new FigureChange(f.Key, f, null)),
        ];
    }
}
