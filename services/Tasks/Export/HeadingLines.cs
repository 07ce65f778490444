using System.Globalization;
using Suite.Tasks.Decomposition;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Export;

/// <summary>The lines above the table, in the words the reader looks for.</summary>
static class HeadingLines
{
    /// <summary>More sections than this are not listed: the line would be longer than the table is wide.</summary>
    const int MostListed = 5;

    /// <param name="sources">The outermost sections.</param>
    public static IReadOnlyList<HeadingLine> Of(Plan plan, IReadOnlyCollection<string> sources)
    {
        List<HeadingLine> lines = [new(HeadingKind.Attachment, "附件：")];
        if (plan.Title.Length > 0) lines.Add(new(HeadingKind.Title, plan.Title));
        if (plan.Title.Length > 0 && sources.Count is > 0 and <= MostListed) lines.Add(new(HeadingKind.Scope, $"(含{string.Join('、', sources)}事项)"));
        if (plan.Issuer.Length > 0) lines.Add(new(HeadingKind.Note, $"制表单位：{plan.Issuer}"));
        if (plan.DocumentDate is { } date) lines.Add(new(HeadingKind.Note, date.ToString("印发时间：yyyy年M月d日", CultureInfo.InvariantCulture)));
        return Marked([.. lines.Select(l => l with { Text = Printable.Of(l.Text) })], plan);
    }

    /// <summary>A title that is not known by its words is marked as one, where it would not be found otherwise.</summary>
    static List<HeadingLine> Marked(List<HeadingLine> lines, Plan plan)
    {
        var at = lines.FindIndex(l => l.Kind == HeadingKind.Title);
        if (at >= 0 && PlanHeading.Read([.. lines.Select(l => l.Text)], below: []).Title != plan.Title) lines[at] = lines[at] with { Text = $"##{plan.Title}" };
        return lines;
    }
}
