using Suite.Tasks.Export.Files;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Export;

/// <summary>The name to save an export under: the plan's title, or its identifier where it has none.</summary>
static class ExportFileName
{
    const int MaxTitle = 80;

    /// <summary>What file systems refuse or treat in their own way.</summary>
    const string Refused = "\\/:*?\"<>|%";

    public static string Of(Plan plan, ExportFormat format)
    {
        var title = string.Concat(plan.Title.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && !Refused.Contains(c)).Take(MaxTitle)).Trim(' ', '.');
        var draft = plan.State == PlanState.Draft ? "（草案）" : "";
        return $"{(title.Length > 0 ? title : plan.Id)}{draft}{format.Extension}";
    }
}
