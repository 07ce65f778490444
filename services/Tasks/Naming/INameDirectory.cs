using Suite.Tasks.Plans;

namespace Suite.Tasks.Naming;

/// <summary>What this service asks of the directory.</summary>
public interface INameDirectory
{
    /// <summary>Full names of all leaders: the reader untangles names with them that the document runs together.</summary>
    Task<IReadOnlyList<string>> PeopleAsync(CancellationToken cancellation);

    /// <summary>Resolves the names of a document and expands its groups to their members of today.</summary>
    /// <param name="told">Is told how many names are resolved of how many.</param>
    Task<NameBook> ResolveAsync(DocumentNames names, Func<int, int, Task> told, CancellationToken cancellation);

    /// <summary>Canonical name of units/{unit}, groups/{group} or people/{person}.</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND.</exception>
    Task<string> DisplayNameAsync(string resource, CancellationToken cancellation);

    /// <summary>Has the directory keep a written name for what it means.</summary>
    /// <param name="source">Where it was confirmed.</param>
    /// <returns>False where the directory cannot: another body bears the name.</returns>
    Task<bool> LearnAsync(string resource, string name, string source, CancellationToken cancellation);

    /// <summary>The members of today, by group identifier.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyList<GroupMember>>> ExpandAsync(IReadOnlyCollection<string> groups, CancellationToken cancellation);
}
