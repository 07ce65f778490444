using Suite.Tasks.Decomposition;
using Suite.Tasks.Decomposition.Rows;

namespace Suite.Tasks.Export;

/// <summary>
/// Sets the original wordings: a paragraph for each source document. What makes the reader take words for a source's name can stand in
/// another cell of the table; where it would not find them all, they are set in bold, which says so by itself.
/// </summary>
sealed class RequirementCells
{
    readonly SourceLabels _reader;

    public RequirementCells(IEnumerable<RequirementText> wordings) =>
        _reader = new(wordings.Distinct(new SameText()).Select(w => Look(w, bold: false).Read()));

    public CellContent Of(RequirementText wording)
    {
        var plain = Look(wording, bold: false);
        return (_reader.Read(plain.Read()).Parts.SequenceEqual(wording.Parts) ? plain : Look(wording, bold: true)).ToCell();
    }

    static CellLook Look(RequirementText wording, bool bold)
    {
        var (at, labels) = (0, new List<TextSpan>());
        foreach (var part in wording.Parts)
        {
            if (part.Source is not null) labels.Add(new(at, part.Source.Length + 1));
            at += (part.Source?.Length + 1 ?? 0) + part.Text.Length;
        }

        // Parts that do not make up the text say nothing about where the names stand.
        if (at != wording.Text.Length) labels = [];
        return new(wording.Text, bold ? labels : [], [.. labels.Select(l => l.Start).Where(s => s > 0)]);
    }

    sealed class SameText : IEqualityComparer<RequirementText>
    {
        public bool Equals(RequirementText? x, RequirementText? y) => x?.Text == y?.Text;

        public int GetHashCode(RequirementText wording) => wording.Text.GetHashCode(StringComparison.Ordinal);
    }
}
