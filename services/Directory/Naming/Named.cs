namespace Suite.Directory.Naming;

/// <summary>Something that has names.</summary>
/// <param name="Resource">units/{unit}, groups/{group} or people/{person}</param>
/// <param name="ShortName">Empty for none.</param>
public sealed record Named(string Resource, string DisplayName, string ShortName, IReadOnlyList<string> Aliases)
{
    public IEnumerable<string> AllNames => OwnNames.Concat(Aliases);

    public IEnumerable<string> OwnNames => ShortName.Length == 0 ? [DisplayName] : [DisplayName, ShortName];
}
