using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Local;

/// <summary>The resources Program.cs described, in its order.</summary>
internal sealed record LocalModel(IReadOnlyList<Resource> Resources, string AppHostDirectory)
{
    /// <summary>Everything that runs, in groups: each group depends only on later ones, so it is stopped before them.</summary>
    public IEnumerable<IReadOnlyList<Resource>> StopOrder()
    {
        var depths = new Dictionary<Resource, int>();
        foreach (var resource in Resources)
            Measure(resource, depths);
        return from resource in Resources
               group resource by depths[resource] into level
               orderby level.Key descending
               select (IReadOnlyList<Resource>)[.. level];
    }

    public IEnumerable<Resource> DependentsOf(Resource resource) =>
        Resources.Where(other => other.WaitsFor.Contains(resource) || other.References.Contains(resource));

    private static int Measure(Resource resource, Dictionary<Resource, int> depths)
    {
        if (depths.TryGetValue(resource, out var known))
            return known;
        // Entered before its dependencies are: two resources may well refer to each other.
        depths[resource] = 0;
        var depth = resource.WaitsFor.Concat(resource.References).Select(below => Measure(below, depths) + 1).DefaultIfEmpty().Max();
        return depths[resource] = depth;
    }
}
