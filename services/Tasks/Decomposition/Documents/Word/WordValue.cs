using Suite.TableFiles.Office;

namespace Suite.Tasks.Decomposition.Documents.Word;

/// <summary>Values of WordprocessingML's attributes.</summary>
internal static class WordValue
{
    /// <summary>A property that is on unless it says otherwise.</summary>
    internal static bool Flag(PartReader reader) => AttributeValue.Flag(reader);

    /// <summary>An integer, null where it is none.</summary>
    internal static int? Number(string? value) => AttributeValue.Number(value);

    /// <summary>outlineLvl counts from 0, and 9 is body text.</summary>
    internal static int? Level(string? value) => Number(value) is >= 0 and <= 9 and var level ? (level + 1) % 10 : null;
}
