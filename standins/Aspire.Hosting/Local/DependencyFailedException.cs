using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Local;

/// <summary>A resource cannot start because one it waits for did not, or is gone. The message names the first cause.</summary>
internal sealed class DependencyFailedException(Resource dependency, CustomResourceSnapshot ended) : Exception(
    ended.IsConsequence ? ended.Reason : $"because of '{dependency.Name}': {ended.Reason}");
