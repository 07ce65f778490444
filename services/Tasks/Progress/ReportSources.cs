namespace Suite.Tasks.Progress;

/// <summary>Keeps what is said of the sources of a report true while the report changes. Pure.</summary>
public static class ReportSources
{
    public const string Narrative = "narrative";
    public const string Difficulties = "difficulties";
    public const string NextSteps = "next_steps";
    public const string Parts = "parts";

    /// <summary>The texts that can be taken over.</summary>
    public static IReadOnlyList<string> Texts { get; } = [Narrative, Difficulties, NextSteps, Parts];

    /// <summary>A source stays with a figure as long as the figure stays as it was taken, with a text until the text is emptied.</summary>
    public static IReadOnlyList<ReportSource> Kept(ReportContent before, ReportContent after)
    {
        var (old, now) = (before.Figures.ToDictionary(f => f.Ordinal), after.Figures.ToDictionary(f => f.Ordinal));
        return Without(before.Sources, field => IsEmpty(after, field), ordinal => !Same(old.GetValueOrDefault(ordinal), now.GetValueOrDefault(ordinal)));
    }

    /// <summary>The sources with one more; a figure has one source, the last.</summary>
    public static IReadOnlyList<ReportSource> With(IReadOnlyList<ReportSource> sources, ReportSource taken)
    {
        var others = Without(sources, _ => false, taken.Ordinals.Contains);
        var same = others.FirstOrDefault(s => (s.Unit, s.Revision) == (taken.Unit, taken.Revision));
        return [.. others.Where(s => s != same), same is null ? taken : taken with { Fields = [.. same.Fields.Union(taken.Fields)], Ordinals = [.. same.Ordinals.Union(taken.Ordinals).Order()] }];
    }

    static IReadOnlyList<ReportSource> Without(IReadOnlyList<ReportSource> sources, Func<string, bool> field, Func<int, bool> ordinal) =>
        [.. sources.Select(s => s with { Fields = [.. s.Fields.Where(f => !field(f))], Ordinals = [.. s.Ordinals.Where(o => !ordinal(o))] })
            .Where(s => s.Fields.Count + s.Ordinals.Count > 0)];

    static bool IsEmpty(ReportContent content, string field) => field switch
    {
        Narrative => content.Narrative.Length == 0,
        Difficulties => content.Difficulties.Length == 0,
        NextSteps => content.NextSteps.Length == 0,
        _ => content.Parts.Count == 0,
    };

    static bool Same(ReportedFigure? before, ReportedFigure? after) =>
        before is not null && after is not null && (before.PeriodValue, before.YearToDateValue) == (after.PeriodValue, after.YearToDateValue);
}
