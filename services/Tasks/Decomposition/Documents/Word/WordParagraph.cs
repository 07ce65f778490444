using Suite.TableFiles.Office;

namespace Suite.Tasks.Decomposition.Documents.Word;

/// <summary>What a paragraph's properties (17.3.1) say that matters here.</summary>
internal sealed class WordParagraph
{
    private string? list;
    private int? level;

    internal string? Style { get; private set; }

    /// <summary>1 for a heading of the first level, 0 for body text, null where only the style says.</summary>
    internal int? OutlineLevel { get; private set; }

    /// <summary>True where the paragraph's end was deleted under tracking, so that the next one goes on with it.</summary>
    internal bool GoesOn { get; private set; }

    internal void Read(PartReader reader, WordStyles styles)
    {
        reader.Children(() =>
        {
            if (reader.Name == "pStyle") Style = reader["val"];
            else if (reader.Name == "outlineLvl") OutlineLevel = WordValue.Level(reader["val"]);
            else if (reader.Name == "rPr") reader.Children(() => GoesOn |= reader.Name == "del");
            else if (reader.Name == "numPr") reader.Children(() => ReadNumber(reader));
        });
        var (inherited, inheritedLevel) = styles.Numbering(Style);
        level ??= list is null ? inheritedLevel : 0;
        list ??= inherited;
    }

    /// <summary>The number shown before the paragraph, "" for none; counts the list on.</summary>
    internal string Number(WordNumbering numbering) => list is null or "0" ? "" : numbering.Next(list, level ?? 0);

    private void ReadNumber(PartReader reader)
    {
        if (reader.Name == "numId") list = reader["val"];
        else if (reader.Name == "ilvl") level = WordValue.Number(reader["val"]);
    }
}
