namespace Suite.Tasks.Naming;

public enum NameKind
{
    /// <summary>A unit, or the body that houses one.</summary>
    Unit = 1,

    Group = 2,

    Person = 3,
}

/// <summary>How far it is clear whom a name means.</summary>
public enum NameCertainty
{
    /// <summary>Taken.</summary>
    Sure = 1,

    /// <summary>There are candidates for a person to choose from.</summary>
    Likely = 2,

    /// <summary>Nothing comes near.</summary>
    Unknown = 3,
}
