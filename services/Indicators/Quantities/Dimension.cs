namespace Suite.Indicators.Quantities;

/// <summary>Base units with their exponents, e.g. 元 for each 人; empty for a bare number. Equal where they count the same.</summary>
public sealed class Dimension : IEquatable<Dimension>
{
    public static readonly Dimension None = new([]);

    readonly SortedDictionary<string, int> _exponents;

    Dimension(IEnumerable<KeyValuePair<string, int>> exponents) =>
        _exponents = new(exponents.Where(e => e.Value != 0).ToDictionary(), StringComparer.Ordinal);

    public bool IsNone => _exponents.Count == 0;

    public static Dimension Of(string unit) => new([new(unit, 1)]);

    public Dimension Times(Dimension other) => Combined(other, 1);

    public Dimension Per(Dimension other) => Combined(other, -1);

    public bool Equals(Dimension? other) => other is not null && _exponents.SequenceEqual(other._exponents);

    public override bool Equals(object? obj) => Equals(obj as Dimension);

    public override int GetHashCode() => _exponents.Aggregate(0, (hash, e) => HashCode.Combine(hash, e.Key, e.Value));

    /// <summary>元/人; 1 for a bare number.</summary>
    public override string ToString()
    {
        var above = Side(e => e.Value > 0);
        var below = Side(e => e.Value < 0);
        return below.Length == 0 ? above.Length == 0 ? "1" : above : $"{(above.Length == 0 ? "1" : above)}/{below}";
    }

    string Side(Func<KeyValuePair<string, int>, bool> where) =>
        string.Join('·', _exponents.Where(where).SelectMany(e => Enumerable.Repeat(e.Key, Math.Abs(e.Value))));

    Dimension Combined(Dimension other, int sign) =>
        new(_exponents.Concat(other._exponents.Select(e => KeyValuePair.Create(e.Key, sign * e.Value)))
            .GroupBy(e => e.Key, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, g.Sum(e => e.Value))));
}
