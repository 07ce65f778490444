namespace Suite.Directory.People;

/// <summary>A post that a person holds from a day on.</summary>
public sealed record Post
{
    public required string PersonId { get; init; }

    /// <summary>Counts the person's posts from 1.</summary>
    public required int Ordinal { get; init; }

    public string Title { get; init; } = "";

    /// <summary>1: in charge; 2: coordinating; 0: neither.</summary>
    public int Position { get; init; }

    /// <summary>What the person is responsible for, in words.</summary>
    public string Portfolio { get; init; } = "";

    /// <summary>Identifiers of the units the person is responsible for.</summary>
    public string[] Units { get; init; } = [];

    /// <summary>The first day; null where the post was always held.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The first day without it; null where no end is known.</summary>
    public DateOnly? Until { get; init; }

    public bool IsOn(DateOnly day) => !(Since > day) && !(Until <= day);
}

/// <summary>Who stands in for a person from the first day up to the day on which the person is back.</summary>
public sealed record Deputy(string PersonId, DateOnly Since, DateOnly Until, string DeputyId);

/// <summary>A person with the posts held on a day and who stands in.</summary>
public sealed record PersonOnDay(Person Person, IReadOnlyList<Post> Posts, Deputy? Deputy)
{
    /// <summary>Every absence, where all times were asked for.</summary>
    public IReadOnlyList<Deputy> Absences { get; init; } = [];
}
