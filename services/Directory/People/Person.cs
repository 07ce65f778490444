namespace Suite.Directory.People;

/// <summary>A leader responsible for tasks.</summary>
public sealed record Person
{
    /// <summary>Last part of people/{person}.</summary>
    public required string Id { get; init; }

    /// <summary>Full name as written in documents.</summary>
    public required string Name { get; init; }

    public required string EnglishName { get; init; }

    /// <summary>
    /// 1: vice mayor in charge; 2: coordinating deputy secretary-general; 0: none. The post held from the beginning, until posts are
    /// recorded one by one (<see cref="Post"/>).
    /// </summary>
    public required int Position { get; init; }

    /// <summary>Other ways documents write the name.</summary>
    public string[] Aliases { get; init; } = [];

    /// <summary>Counts the changes of posts and deputies, from 1.</summary>
    public int Version { get; init; } = 1;
}
