namespace Suite.Directory.Changes;

/// <summary>One change, told to whoever keeps a copy of the directory.</summary>
public sealed class DirectoryChange
{
    /// <summary>The directory's revision with this change: counts from 1 in the order of commits.</summary>
    public long Revision { get; init; }

    public DateTimeOffset Time { get; init; }

    /// <summary>units/{unit}, groups/{group}, people/{person}, either of units and people with "/staff" behind it, "staff", or <see cref="Everything"/>.</summary>
    public required string Resource { get; init; }

    /// <summary>The method that changed it, e.g. UpdateUnit.</summary>
    public required string Action { get; init; }

    /// <summary>Stands for all resources.</summary>
    public const string Everything = "directory";
}
