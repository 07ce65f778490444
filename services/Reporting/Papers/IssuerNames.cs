using Suite.Reporting.Facts;

namespace Suite.Reporting.Papers;

/// <summary>How a plan and its issuer are called in documents.</summary>
public static class IssuerNames
{
    /// <summary>Words that end the name of a table and not the name of the work it is about.</summary>
    static readonly string[] TableWords = ["任务分解表", "分解表", "任务清单", "任务表"];

    /// <summary>The issuer without what stands in brackets after it: the office within it that made the table.</summary>
    public static string IssuerOf(KnownPlan plan)
    {
        var issuer = Texts.Line(plan.Issuer);
        var bracket = issuer.IndexOfAny(['（', '(']);
        return bracket > 0 ? issuer[..bracket] : issuer;
    }

    /// <summary>The work that the plan's table is about: 2024年市政府重点工作.</summary>
    public static string SubjectOf(KnownPlan plan)
    {
        var title = Texts.Line(plan.Title);
        var word = TableWords.FirstOrDefault(w => title.EndsWith(w, StringComparison.Ordinal) && title.Length > w.Length);
        return word is null ? title : title[..^word.Length];
    }
}
