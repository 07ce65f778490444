using Suite.Reporting.Papers;

namespace Suite.Reporting.Bulletins;

/// <summary>一、总体情况: the plan in numbers.</summary>
public sealed class OverallPart
{
    public OverallPart(Draft draft)
    {
        var words = draft.Words;
        Tally[] counts = [Tally.Tasks, Tally.Acknowledged, Tally.Due, Tally.Reported, Tally.Accepted];
        Tally[] lights = [Tally.Green, Tally.Yellow, Tally.Red, Tally.Blue, Tally.Unlit];
        var counted = counts.Select(draft.Count).ToList();
        var lit = lights.Select(draft.Count).ToList();
        (Yellow, Red) = (lit[1], lit[2]);
        Blocks =
        [
            new Heading(1, words["PartOverall"]),
            new Paragraph(Sentence.Fill(words.Format("OverallCounts", draft.Day, draft.Quarter), [.. counted.Select(f => new Quote(f))]), "overall.counts"),
            new Paragraph([.. Sentence.Fill(words["OverallLights"], [.. lit.Select(f => new Quote(f))]), new Run(words["LightsMeaning"])], "overall.lights"),
        ];
    }

    public IReadOnlyList<Block> Blocks { get; }

    public Figure Yellow { get; }

    public Figure Red { get; }
}
