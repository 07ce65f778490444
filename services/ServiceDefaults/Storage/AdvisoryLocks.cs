namespace Suite.ServiceDefaults.Storage;

/// <summary>Keys of the PostgreSQL advisory locks in use; each service has a database of its own, so they never meet another service's.</summary>
public static class AdvisoryLocks
{
    public const long Migrations = 7301;
    public const long AuditChain = 7302;
    public const long OutboxDispatch = 7303;
    public const long FirstStart = 7304;
    public const long Accounts = 7305;
    public const long SigningKeys = 7306;

    /// <summary>Shared by whoever handles a message of the bus; alone with whoever compares what is kept with the feed.</summary>
    public const long Hearing = 7307;

    /// <summary>Lets one rebuild or comparison run at a time.</summary>
    public const long Rebuilding = 7308;

    public const long SupervisionClock = 7320;
}
