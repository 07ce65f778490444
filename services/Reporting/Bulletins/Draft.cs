using Suite.Reporting.Facts;
using Suite.Reporting.Wording;

namespace Suite.Reporting.Bulletins;

/// <summary>A bulletin in the making: what is known, the words to say it in, the figures said so far.</summary>
public sealed record Draft(QuarterFacts Facts, Wordings Words, DateOnly Date, FigureBook Figures)
{
    public string Quarter => Words.Quarter(Facts.Quarter);

    public string Day => Words.Day(Date);

    /// <summary>Counts tasks of the whole plan.</summary>
    public Figure Count(Tally tally) => Add(tally, Words[$"Tally{tally.Key}"], "", Facts.Tasks);

    /// <summary>Counts tasks of one section.</summary>
    public Figure Count(Tally tally, string section, IEnumerable<TaskStanding> tasks) =>
        Add(tally, Words.Format("SectionLabel", Texts.Line(section), Words[$"Tally{tally.Key}"]), $"section = {Texts.Line(section)}, ", tasks);

    Figure Add(Tally tally, string label, string scope, IEnumerable<TaskStanding> tasks)
    {
        var counted = tasks.Where(tally.Counts).ToList();
        return Figures.Add(label, counted.Count, Words["TaskUnit"], $"count({scope}{tally.Formula})", counted.SelectMany(tally.Sources));
    }
}
