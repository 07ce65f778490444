namespace Suite.Tasks.Decomposition;

/// <summary>A stretch of a cell's clean text, in UTF-16 code units.</summary>
/// <param name="Start">Offset of the first code unit, from 0.</param>
/// <param name="Length">Number of code units, from 0.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Offset just behind the last code unit.</summary>
    public int End => Start + Length;

    /// <summary>The words this span points at in <paramref name="text"/>.</summary>
    public string In(string text) => text.Substring(Start, Length);
}
