using Microsoft.EntityFrameworkCore;
using Suite.Directory.Accounts;
using Suite.Directory.Changes;
using Suite.Directory.Clients;
using Suite.Directory.Groups;
using Suite.Directory.Keys;
using Suite.Directory.People;
using Suite.Directory.Units;
using Suite.ServiceDefaults.Storage;

namespace Suite.Directory.Storage;

public sealed class DirectoryDbContext(DbContextOptions<DirectoryDbContext> options) : SuiteDbContext(options)
{
    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<UnitPast> UnitPasts => Set<UnitPast>();

    public DbSet<UnitGroup> Groups => Set<UnitGroup>();

    public DbSet<GroupMember> GroupMembers => Set<GroupMember>();

    public DbSet<GroupNesting> GroupNestings => Set<GroupNesting>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Post> Posts => Set<Post>();

    public DbSet<Deputy> Deputies => Set<Deputy>();

    public DbSet<DirectoryChange> Changes => Set<DirectoryChange>();

    public DbSet<DirectoryRevision> Revisions => Set<DirectoryRevision>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();

    public DbSet<Revocation> Revocations => Set<Revocation>();

    public DbSet<ApiClient> Clients => Set<ApiClient>();

    public DbSet<ClientSecret> ClientSecrets => Set<ClientSecret>();

    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ConfigureUnits();
        modelBuilder.ConfigureAccounts();
        modelBuilder.ConfigureClients();
    }
}
