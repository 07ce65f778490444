using Suite.Reporting.Papers;

namespace Suite.Reporting.Reports;

/// <summary>A document with an editor's words in the place of those composed from data.</summary>
/// <param name="Composed">As the data give it.</param>
/// <param name="Paper">As it reads.</param>
/// <param name="Faults">By passage: what in the editor's words the data do not bear out.</param>
/// <param name="Homeless">Edits whose passage the document no longer has.</param>
public sealed record EditedPaper(
    Paper Composed, Paper Paper, IReadOnlyDictionary<string, IReadOnlyList<PassageFault>> Faults, IReadOnlyList<PassageEdit> Homeless)
{
    public static EditedPaper Of(Paper composed, IReadOnlyList<PassageEdit> edits)
    {
        var faults = new Dictionary<string, IReadOnlyList<PassageFault>>();
        var byKey = edits.ToDictionary(e => e.Key);
        var blocks = composed.Blocks.Select(block => block is Paragraph { Key.Length: > 0 } passage && byKey.TryGetValue(passage.Key, out var edit)
            ? Written(passage, edit) : block).ToList();
        var keys = composed.Passages.Select(p => p.Key).ToHashSet();
        return new(composed, composed with { Blocks = blocks }, faults, [.. edits.Where(e => !keys.Contains(e.Key))]);

        Paragraph Written(Paragraph passage, PassageEdit edit)
        {
            var (inlines, found) = Passages.Read(edit.Text, composed.Figures, edit.Replaced);
            faults[passage.Key] = found;
            return passage with { Inlines = inlines, Edited = true };
        }
    }

    /// <summary>What keeps it from being approved and issued: a number that is not its figure. An untraced number only wants a look.</summary>
    public IEnumerable<(string Passage, PassageFault Fault)> Contradictions =>
        Faults.SelectMany(f => f.Value.Where(fault => fault.Kind != PassageFaultKind.UntracedNumber).Select(fault => (f.Key, fault)));
}
