using Google.Protobuf.WellKnownTypes;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Api;

/// <summary>Lays the fields that an update names over the report's present content.</summary>
static class ReportMask
{
    static readonly string[] Fields = ["narrative", "difficulties", "next_steps", "figures", "parts", "unreported_figures"];

    /// <summary>An empty mask means every field that is set (aip.dev/134).</summary>
    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static EnteredContent Apply(Progress.ProgressReport report, V1.ProgressReport message, FieldMask? mask)
    {
        if (mask?.Paths.FirstOrDefault(p => !Fields.Contains(p)) is { } unknown)
            throw Problems.InvalidField("update_mask", $"'{unknown}' is none of {string.Join(", ", Fields)}.");
        var (old, given) = (EnteredContent.Of(report.Content), Inputs.Content(message, report.Name.Task));
        bool Takes(string field, bool set) => mask is { Paths.Count: > 0 } ? mask.Paths.Contains(field) : set;
        return new(
            Takes("narrative", given.Narrative.Length > 0) ? given.Narrative : old.Narrative,
            Takes("difficulties", given.Difficulties.Length > 0) ? given.Difficulties : old.Difficulties,
            Takes("next_steps", given.NextSteps.Length > 0) ? given.NextSteps : old.NextSteps,
            Takes("figures", given.Figures.Count > 0) ? given.Figures : old.Figures)
        {
            Parts = Takes("parts", given.Parts.Count > 0) ? given.Parts : old.Parts,
            Sources = old.Sources,
            Unreported = Takes("unreported_figures", given.Unreported.Count > 0) ? given.Unreported : Still(old.Unreported, given.Figures),
        };
    }

    /// <summary>What was left out and has a figure now needs no explanation any more.</summary>
    static IReadOnlyList<UnreportedFigure> Still(IReadOnlyList<UnreportedFigure> unreported, IReadOnlyList<EnteredFigure> figures) =>
        [.. unreported.Where(u => figures.All(f => f.Ordinal != u.Ordinal))];
}
