namespace Aspire.Hosting.ApplicationModel;

/// <summary>A database with a login role of the same name that owns it and can enter no other database of the suite.</summary>
public sealed class PostgresDatabaseResource(string name, string databaseName, PostgresServerResource parent)
    : Resource(name), IResourceWithConnectionString, IResourceWithWaitSupport
{
    public string DatabaseName { get; } = databaseName;

    public PostgresServerResource Parent { get; } = parent;

    internal Func<string> Password { get; set; } = () => "";

    public ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Parent.Port is 0 ? null : $"{Parent.Address(DatabaseName, Password())};Database={DatabaseName}");
}
