namespace Suite.Directory.Storage;

/// <summary>The only row of its table: counts the changes of names and members, so that caches know when they are old.</summary>
public sealed class DirectoryRevision
{
    public const int OnlyId = 1;

    public int Id { get; private init; } = OnlyId;

    public long Number { get; private init; }
}
