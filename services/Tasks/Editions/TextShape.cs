namespace Suite.Tasks.Editions;

/// <summary>A text as the pairs of its neighbouring characters.</summary>
public sealed class TextShape
{
    readonly HashSet<int> _pairs;

    public TextShape(string text)
    {
        Text = ComparedText.Of(text);
        _pairs = [.. Text.Zip(Text.Skip(1), (a, b) => a << 16 | b)];
    }

    /// <summary>Without white space, widths made one.</summary>
    public string Text { get; }

    /// <summary>
    /// 0 to 1: the Dice coefficient of the character pairs, twice the pairs in common over the pairs of both. 1 for the same text, 0
    /// where either has none.
    /// </summary>
    public double Likeness(TextShape other)
    {
        if (Text == other.Text) return Text.Length > 0 ? 1 : 0;
        var all = _pairs.Count + other._pairs.Count;
        var (few, many) = _pairs.Count < other._pairs.Count ? (_pairs, other._pairs) : (other._pairs, _pairs);
        return few.Count == 0 ? 0 : 2.0 * few.Count(many.Contains) / all;
    }
}
