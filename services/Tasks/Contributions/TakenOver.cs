using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Contributions;

/// <summary>What is taken over from one revision of a contribution. Pure.</summary>
public sealed record TakenOver(ProgressReport Contribution, ReportRevision Revision, IReadOnlyList<string> Fields, IReadOnlyList<int> Ordinals)
{
    const int MostCharacters = 4000;

    ReportContent Said => Revision.Content;

    /// <summary>The texts of a contribution that say something.</summary>
    public static IReadOnlyList<string> TextsOf(ReportContent said) =>
    [
        .. said.Narrative.Length > 0 ? (string[])[ReportSources.Narrative] : [], .. said.Difficulties.Length > 0 ? (string[])[ReportSources.Difficulties] : [],
        .. said.NextSteps.Length > 0 ? (string[])[ReportSources.NextSteps] : [], .. said.Parts.Count > 0 ? (string[])[ReportSources.Parts] : [],
    ];

    /// <param name="unknown">True for a commitment of which no earlier year to date is known: the contribution's own goes along.</param>
    /// <exception cref="ProblemException">INVALID_FIELD where a text grows too long.</exception>
    public EnteredContent Into(EnteredContent report, Func<int, bool> unknown) => report with
    {
        Narrative = Text(ReportSources.Narrative, report.Narrative, Said.Narrative),
        Difficulties = Text(ReportSources.Difficulties, report.Difficulties, Said.Difficulties),
        NextSteps = Text(ReportSources.NextSteps, report.NextSteps, Said.NextSteps),
        Parts = Fields.Contains(ReportSources.Parts) ? Parts(report.Parts) : report.Parts,
        Figures =
        [
            .. report.Figures.Where(f => !Ordinals.Contains(f.Ordinal)),
            .. Said.Figures.Where(f => Ordinals.Contains(f.Ordinal))
                .Select(f => new EnteredFigure(f.Ordinal, f.PeriodValue, unknown(f.Ordinal) ? f.YearToDateValue : null, f.Note)),
        ],
        Unreported = [.. report.Unreported.Where(u => !Ordinals.Contains(u.Ordinal))],
        Sources = ReportSources.With(report.Sources, new(Contribution.UnitId, Contribution.UnitName, Revision.Number, Fields, Ordinals)),
    };

    string Text(string field, string present, string said) => Fields.Contains(field) ? Behind(field, present, said) : present;

    /// <summary>Behind what is there, under the unit's name; once only.</summary>
    string Behind(string field, string present, string said)
    {
        var named = $"{Contribution.UnitName}：{said}";
        if (said.Length == 0 || present.Contains(named, StringComparison.Ordinal)) return present;
        var text = present.Length == 0 ? named : $"{present}\n{named}";
        return text.Length <= MostCharacters
            ? text
            : throw Problems.InvalidField("fields", $"{field} would have {text.Length} characters, more than {MostCharacters}; make room, or take over by hand.");
    }

    List<ReportPart> Parts(IReadOnlyList<ReportPart> present)
    {
        var (parts, said) = (present.ToList(), Said.Parts);
        foreach (var part in said)
        {
            var at = parts.FindIndex(p => p.Workstream == part.Workstream);
            var had = at < 0 ? new(part.Workstream, "", "", "") : parts[at];
            var has = new ReportPart(part.Workstream, Behind(ReportSources.Parts, had.Narrative, part.Narrative),
                Behind(ReportSources.Parts, had.Difficulties, part.Difficulties), Behind(ReportSources.Parts, had.NextSteps, part.NextSteps));
            if (at < 0) parts.Add(has);
            else parts[at] = has;
        }

        return parts;
    }
}
