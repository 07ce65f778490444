using Suite.Tasks.Decomposition;

namespace Suite.Tasks.Naming;

/// <summary>The distinct names a document uses.</summary>
public sealed record DocumentNames(IReadOnlyList<string> Units, IReadOnlyList<string> Groups, IReadOnlyList<string> People)
{
    public static DocumentNames Of(PlanDocument document)
    {
        var units = document.Tasks.SelectMany(t => t.LeadUnits.Concat(t.SupportingUnits));
        return new(
            [.. units.SelectMany(u => u.Host is null ? [u.Name] : new[] { u.Name, u.Host }).Distinct()],
            [.. document.Tasks.SelectMany(t => t.SupportingGroups).Select(g => g.Name).Distinct()],
            [.. document.Tasks.SelectMany(t => t.Leaders).Select(l => l.Name).Distinct()]);
    }
}
