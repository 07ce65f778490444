using Suite.Reporting.Facts;
using Suite.Reporting.Wording;

namespace Suite.Reporting.Papers;

/// <summary>A document in the making: what is known, the words to say it in, the figures said so far.</summary>
/// <param name="Facts">Of the quarter it is about.</param>
public sealed record Draft(QuarterFacts Facts, Wordings Words, DateOnly Date, FigureBook Figures)
{
    /// <summary>Of the whole plan; null where only a quarter was given.</summary>
    public PlanFacts? Plan { get; init; }

    /// <summary>units/{unit} or people/{person} it is about; else empty.</summary>
    public string Subject { get; init; } = "";

    public string Quarter => Words.Quarter(Facts.Quarter);

    public string Day => Words.Day(Date);

    /// <summary>Counts tasks of the whole plan.</summary>
    public Figure Count(Tally tally) => Count(tally, "", "", Facts.Tasks);

    /// <summary>Counts tasks of one part of the plan.</summary>
    /// <param name="name">What the part is called, as read in the document; empty for the whole and for a part without a name.</param>
    /// <param name="scope">The part in the words of a formula, e.g. "section"; empty for the whole.</param>
    public Figure Count(Tally tally, string scope, string name, IEnumerable<TaskStanding> tasks)
    {
        var counted = tasks.Where(tally.Counts).ToList();
        var (title, line) = (Words[$"Tally{tally.Key}"], Texts.Line(name));
        return Figures.Add(
            line.Length == 0 ? title : Words.Format("SectionLabel", line, title), counted.Count, Words.Unit("TaskUnit", counted.Count), (scope, line) switch
            {
                ("", _) => $"count({tally.Formula})",
                (_, "") => $"count({scope}, {tally.Formula})",
                _ => $"count({scope} = {line}, {tally.Formula})",
            }, counted.SelectMany(tally.Sources));
    }

    /// <summary>A per cent figure over the same tasks.</summary>
    public Figure Share(string label, string formula, int part, int whole, IEnumerable<FigureSource> sources) => Figures.Add(
        label, whole == 0 ? 0 : Math.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero), Words["PercentUnit"], formula, sources);
}
