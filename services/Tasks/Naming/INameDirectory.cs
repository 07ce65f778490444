using Suite.Tasks.Plans;

namespace Suite.Tasks.Naming;

/// <summary>What this service asks of the directory.</summary>
public interface INameDirectory
{
    /// <summary>Full names of all leaders: the reader untangles names with them that the document runs together.</summary>
    Task<IReadOnlyList<string>> PeopleAsync(CancellationToken cancellation);

    /// <summary>Resolves the names of a document and expands its groups to their members of today.</summary>
    Task<NameBook> ResolveAsync(DocumentNames names, CancellationToken cancellation);

    /// <summary>The members of today, by group identifier.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyList<GroupMember>>> ExpandAsync(IReadOnlyCollection<string> groups, CancellationToken cancellation);
}
