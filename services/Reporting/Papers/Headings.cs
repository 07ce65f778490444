using Suite.Reporting.Wording;

namespace Suite.Reporting.Papers;

static class Headings
{
    /// <summary>The blocks with 一、二、… before the headings of the first level.</summary>
    public static IEnumerable<Block> Numbered(Wordings words, IEnumerable<Block> blocks)
    {
        var number = 0;
        foreach (var block in blocks)
            yield return block is Heading { Level: 1 } heading
                ? heading with { Text = words.Format("PartHeading", words.Ordinal(++number), heading.Text) }
                : block;
    }
}
