using System.Security.Cryptography;
using System.Text;

namespace Suite.Reporting.Papers;

/// <summary>Numbers the figures of a document in the order in which its text first speaks of them.</summary>
public sealed class FigureBook
{
    const int KeyLength = 8;

    readonly List<Figure> _figures = [];
    readonly Dictionary<string, int> _keys = [];

    public IReadOnlyList<Figure> Figures => _figures;

    public Figure Add(string label, decimal value, string unit, string formula, IEnumerable<FigureSource> sources)
    {
        var behind = sources.ToList();
        var figure = new Figure(_figures.Count + 1, label, value, unit, formula, behind) { Key = KeyOf(label, formula, behind) };
        _figures.Add(figure);
        return figure;
    }

    /// <summary>
    /// What is said, how it is made, and, where it is about one commitment, which: what stays when the data change. A second figure with the same
    /// key has its place among them behind it.
    /// </summary>
    string KeyOf(string label, string formula, List<FigureSource> sources)
    {
        var about = sources is [{ Commitment: { } commitment } source] ? $"{source.Report} {commitment}" : "";
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{label}\n{formula}\n{about}")))[..KeyLength];
        return (_keys[key] = _keys.GetValueOrDefault(key) + 1) is > 1 and var again ? $"{key}-{again}" : key;
    }
}
