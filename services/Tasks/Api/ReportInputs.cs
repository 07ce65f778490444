using System.Globalization;
using Google.Protobuf.Collections;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Naming;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Api;

/// <summary>Reads the parts of a report's message into domain values; what is wrong is named with what was expected.</summary>
static class ReportInputs
{
    const int MaxParts = 100;
    const int MaxUnreported = 200;
    const int MaxPart = 4000;
    const int MaxPartsText = 40_000;
    const int MaxExplanation = 500;

    /// <summary>What the report is about: its period, or its quarter where no period is given.</summary>
    public static ReportPeriod Period(V1.ProgressReport report)
    {
        if (report.Period.Length == 0) return Inputs.Quarter(report.Quarter, "report.quarter");
        var period = ReportPeriod.Parse(report.Period) ?? throw Problems.InvalidField("report.period", "must be q1 to q4, h1, h2 or m1 to m12.");
        return report.Quarter == 0 || report.Quarter == period.Quarter
            ? period
            : throw Problems.InvalidField("report.quarter", $"must be left out, or be {period.Quarter}, in which {period} ends.");
    }

    public static IReadOnlyList<ReportPart> Parts(RepeatedField<V1.ReportPart> parts)
    {
        if (parts.Count > MaxParts) throw Problems.InvalidField("report.parts", $"must be at most {MaxParts}.");
        if (parts.Sum(p => p.CalculateSize()) > 3 * MaxPartsText) throw Problems.InvalidField("report.parts", $"must be at most {MaxPartsText} characters together.");
        return [.. parts.Select((part, index) => Part(part, string.Create(CultureInfo.InvariantCulture, $"report.parts[{index}]"))).Where(p => p is not { Narrative: "", Difficulties: "", NextSteps: "" })];
    }

    public static IReadOnlyList<UnreportedFigure> Unreported(RepeatedField<V1.UnreportedFigure> missing, TaskName task)
    {
        if (missing.Count > MaxUnreported) throw Problems.InvalidField("report.unreported_figures", $"must be at most {MaxUnreported}.");
        return [.. missing.Select((figure, index) => Unreported(figure, string.Create(CultureInfo.InvariantCulture, $"report.unreported_figures[{index}]"), task))];
    }

    static ReportPart Part(V1.ReportPart part, string field) => new(
        part.Workstream, Inputs.Text(part.Narrative, $"{field}.narrative", MaxPart), Inputs.Text(part.Difficulties, $"{field}.difficulties", MaxPart),
        Inputs.Text(part.NextSteps, $"{field}.next_steps", MaxPart));

    static UnreportedFigure Unreported(V1.UnreportedFigure figure, string field, TaskName task) => new(
        ResourceNames.TryCommitment(figure.Commitment, task) ?? throw Problems.InvalidField($"{field}.commitment", $"must be {task}/commitments/{{ordinal}}."),
        string.IsNullOrWhiteSpace(figure.Explanation)
            ? throw Problems.InvalidField($"{field}.explanation", "must say why there is no figure.")
            : Inputs.Text(figure.Explanation, $"{field}.explanation", MaxExplanation));
}
