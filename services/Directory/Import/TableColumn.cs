using Suite.Directory.Naming;

namespace Suite.Directory.Import;

/// <summary>A column of an import table.</summary>
/// <param name="Key">By which the reader asks for it; also the name in violations.</param>
/// <param name="Chinese">The heading of templates and exports; its English stands beside it.</param>
/// <param name="Hint">Sentence of a template that explains it.</param>
/// <param name="Others">Other headings that mean it.</param>
public sealed record TableColumn(string Key, string Chinese, string English, string Hint, params string[] Others)
{
    /// <summary>A table without it is no such table.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>As templates write it: 单位名称 / name.</summary>
    public string Heading => $"{Chinese} / {English}";

    /// <summary>True where a heading, in its <see cref="Plain"/> form, means this column.</summary>
    public bool IsMeantBy(string plain) => Others.Append(Chinese).Append(English).Append(Heading).Any(name => Plain(name) == plain);

    /// <summary>A heading without what does not count in it: width, case, white space, punctuation, and what brackets hold.</summary>
    public static string Plain(string heading)
    {
        var compact = NormalForms.Compact(heading);
        var bracket = compact.IndexOfAny(['(', '[', '【', '〔']);
        if (bracket > 0) compact = compact[..bracket];
        return string.Concat(compact.Where(char.IsLetterOrDigit)).ToLowerInvariant();
    }
}
