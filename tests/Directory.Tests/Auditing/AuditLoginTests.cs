using Aspire.Hosting;
using Aspire.Hosting.Testing;
using Npgsql;
using Suite.Auth.V1;
using Suite.Directory.Storage;
using Suite.Directory.V1;
using Suite.Testing;

namespace Suite.Directory.Tests.Auditing;

/// <summary>A directory on a database made as ./run makes it, with a login of its own: what that login may do to the audit.</summary>
public sealed class AuditLoginTests(AuditLoginTests.OwnLogin directory) : IClassFixture<AuditLoginTests.OwnLogin>
{
    [Theory]
    [InlineData("UPDATE audit_entry SET actor = 'nobody'")]
    [InlineData("DELETE FROM audit_entry")]
    [InlineData("TRUNCATE audit_entry")]
    [InlineData("DROP TABLE audit_entry")]
    [InlineData("ALTER TABLE audit_entry DISABLE TRIGGER ALL")]
    [InlineData("ALTER TABLE audit_entry RENAME TO forgotten")]
    [InlineData("DROP TRIGGER audit_entry_append_only ON audit_entry")]
    [InlineData("DROP FUNCTION refuse_audit_change() CASCADE")]
    [InlineData("CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'")]
    [InlineData("CREATE OR REPLACE FUNCTION suite_guard.seal_audit() RETURNS void LANGUAGE sql AS ''")]
    [InlineData("DROP SCHEMA public CASCADE")]
    [InlineData("GRANT ALL ON audit_entry TO directorydb; UPDATE audit_entry SET actor = 'nobody'")]
    [InlineData("SELECT suite_guard.seal_audit(); UPDATE audit_entry SET actor = 'nobody'")]
    public async Task Login_ChangingTheAudit_Denied(string sql)
    {
        await using var source = NpgsqlDataSource.Create(directory.ConnectionString);
        await using var command = source.CreateCommand(sql);
        var refusal = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
        refusal.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, refusal.MessageText);
    }

    [Fact]
    public async Task Service_StartedAgain_WritesAuditAndTheChainHolds()
    {
        await using var again = TestHost<DirectoryDbContext>.Start(DirectoryFixture.Settings(directory.ConnectionString), services => services.TrustTestTokens());
        var admin = again.GrpcInvoker(TestTokens.For(Role.Admin));
        await new AccountService.AccountServiceClient(admin).SignOutAccountAsync(new() { Name = "accounts/observer" });
        var audit = new AuditService.AuditServiceClient(admin);
        (await audit.ListAuditEntriesAsync(new() { PageSize = 1 })).Entries.Single().Action.ShouldBe("SignOutAccount");
        (await audit.VerifyAuditAsync(new())).Intact.ShouldBeTrue();
    }

    public sealed class OwnLogin : IAsyncLifetime
    {
        DistributedApplication _app = null!;
        TestHost<DirectoryDbContext> _host = null!;

        public string ConnectionString { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            var builder = DistributedApplicationTestingBuilder.Create();
            builder.AddPostgres("postgres").AddDatabase("directorydb");
            _app = builder.Build();
            await _app.StartAsync();
            await _app.ResourceNotifications.WaitForResourceHealthyAsync("directorydb");
            ConnectionString = (await _app.GetConnectionStringAsync("directorydb"))!;
            _host = TestHost<DirectoryDbContext>.Start(DirectoryFixture.Settings(ConnectionString), services => services.TrustTestTokens());
        }

        public async ValueTask DisposeAsync()
        {
            await _host.DisposeAsync();
            NpgsqlConnection.ClearAllPools();
            await _app.DisposeAsync();
        }
    }
}
