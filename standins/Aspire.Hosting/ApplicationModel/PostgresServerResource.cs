namespace Aspire.Hosting.ApplicationModel;

/// <summary>A PostgreSQL cluster. Its arguments go to <c>postgres</c>, for example <c>-c fsync=off</c> for throwaway data.</summary>
public sealed class PostgresServerResource : Resource, IResourceWithConnectionString, IResourceWithEnvironment, IResourceWithArgs,
    IResourceWithWaitSupport, IResourceWithEndpoints
{
    internal const string SuperUser = "postgres";

    public PostgresServerResource(string name) : base(name) => Endpoints.Add(new("tcp", "tcp", "tcp"));

    internal Func<string> Password { get; set; } = () => "";

    internal List<PostgresDatabaseResource> Databases { get; } = [];

    internal int Port => Endpoints[0].AllocatedPort;

    public ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Port is 0 ? null : Address(SuperUser, Password()));

    internal string Address(string role, string password) =>
        $"Host={Endpoints[0].TargetHost};Port={Port};Username={role};Password={password}";
}
