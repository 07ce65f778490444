using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;
using Suite.Audit.V1;
using Suite.Auth.V1;
using Suite.Directory.Storage;
using Suite.Directory.V1;
using Suite.Errors.V1;
using Suite.Testing;

namespace Suite.Directory.Tests.Auditing;

/// <summary>The audit through its public door, and what happens to it behind the service's back.</summary>
public sealed class AuditTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    TestHost<DirectoryDbContext> _host = null!;

    AuditService.AuditServiceClient Admin => new(_host.GrpcInvoker(TestTokens.For(Role.Admin)));

    public async ValueTask InitializeAsync()
    {
        var settings = DirectoryFixture.Settings(await PostgresFixture.CreateAsync($"audit_{Guid.NewGuid():N}"));
        var key = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pem");
        using (var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256)) await File.WriteAllTextAsync(key, pair.ExportPkcs8PrivateKeyPem());
        settings["Audit:CheckpointKey"] = key;
        _host = TestHost<DirectoryDbContext>.Start(settings, services => services.TrustTestTokens());
        ConnectionString = settings["ConnectionStrings:directorydb"]!;
        for (var n = 0; n < 6; n++)
            await new AccountService.AccountServiceClient(_host.GrpcInvoker(TestTokens.For(Role.Admin))).SignOutAccountAsync(new() { Name = "accounts/observer" });
        (await Admin.CreateAuditCheckpointAsync(new())).Signed.ShouldNotBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
    }

    string ConnectionString { get; set; } = postgres.ConnectionString;

    [Fact]
    public async Task Verify_Untouched_Intact()
    {
        var checkpoint = await Admin.CreateAuditCheckpointAsync(new());
        var verified = await Admin.VerifyAuditAsync(new() { Checkpoints = { checkpoint.Signed } });
        verified.Faults.ShouldBeEmpty();
        (verified.Intact, verified.Entries, verified.LastSequence, verified.LastHash).ShouldBe((true, 9, checkpoint.Sequence, checkpoint.Hash));
        checkpoint.Service.ShouldBe("directory");
    }

    [Theory]
    [InlineData("UPDATE audit_entry SET actor = 'nobody' WHERE sequence = 5", AuditFaultKind.Altered, 5)]
    [InlineData("DELETE FROM audit_entry WHERE sequence = 5", AuditFaultKind.Removed, 5)]
    [InlineData("DELETE FROM audit_entry WHERE sequence = 5; UPDATE audit_entry SET sequence = sequence - 1 WHERE sequence > 5", AuditFaultKind.Removed, 5)]
    [InlineData(
        """
        UPDATE audit_entry SET sequence = sequence + 1000 WHERE sequence >= 5; UPDATE audit_entry SET sequence = sequence - 999 WHERE sequence > 1000;
        WITH e AS (SELECT 5 AS s, time, 'mallory' AS a, action, resource, detail, hash AS p FROM audit_entry WHERE sequence = 4)
        INSERT INTO audit_entry SELECT s, time, a, action, resource, detail, p, encode(sha256(convert_to(concat_ws(E'\n', s,
          to_char(time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"0Z"'), a, action, resource, detail, p), 'UTF8')), 'hex') FROM e
        """, AuditFaultKind.Inserted, 5)]
    public async Task Verify_RowTamperedWithByTheServersRole_FoundAsWhatItIs(string sql, AuditFaultKind kind, long sequence)
    {
        await ExecuteAsync($"ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only; {sql}");
        var fault = (await Admin.VerifyAuditAsync(new())).Faults.ShouldHaveSingleItem();
        (fault.Kind, fault.Sequence, fault.LastSequence).ShouldBe((kind, sequence, sequence));
    }

    [Fact]
    public async Task Verify_EndCutOff_OnlyTheCheckpointKnows()
    {
        var checkpoint = await Admin.CreateAuditCheckpointAsync(new());
        await ExecuteAsync("ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only; DELETE FROM audit_entry WHERE sequence > 7");
        (await Admin.VerifyAuditAsync(new())).Intact.ShouldBeTrue();
        var fault = (await Admin.VerifyAuditAsync(new() { Checkpoints = { checkpoint.Signed } })).Faults.ShouldHaveSingleItem();
        (fault.Kind, fault.Sequence).ShouldBe((AuditFaultKind.CheckpointLost, 9));
    }

    [Fact]
    public async Task Verify_ForgedCheckpoint_Invalid()
    {
        var parts = (await Admin.CreateAuditCheckpointAsync(new())).Signed.Split('.');
        foreach (var forged in new[] { "", "x", "a.b.c", "..", $"{parts[0]}.{parts[1]}A.{parts[2]}", $"{parts[0]}.{parts[1]}.{parts[2][..^4]}AAAA" })
            (await Admin.VerifyAuditAsync(new() { Checkpoints = { forged } })).Faults.Single().Kind.ShouldBe(AuditFaultKind.CheckpointInvalid, forged);
        var many = new VerifyAuditRequest();
        many.Checkpoints.Add(Enumerable.Repeat("x", 1001));
        await Admin.VerifyAuditAsync(many).ShouldFailAsync(Reason.InvalidField);
    }

    [Fact]
    public async Task List_FilteredAndPaged_NewestFirst()
    {
        var first = await Admin.ListAuditEntriesAsync(new() { PageSize = 4, Action = "SignOutAccount", Actor = "admin", Resource = "accounts/observer" });
        var second = await Admin.ListAuditEntriesAsync(new()
        {
            PageSize = 4, Action = "SignOutAccount", Actor = "admin", Resource = "accounts/observer", PageToken = first.NextPageToken,
        });
        first.Entries.Concat(second.Entries).Select(e => e.Sequence).ShouldBe([9, 8, 7, 6, 5, 4]);
        second.NextPageToken.ShouldBeEmpty();
        var time = second.Entries[0].Time;
        (await Admin.ListAuditEntriesAsync(new() { EndTime = time })).Entries.Max(e => e.Sequence).ShouldBe(4);
        (await Admin.ListAuditEntriesAsync(new() { StartTime = time })).Entries.Min(e => e.Sequence).ShouldBe(5);
        await Admin.ListAuditEntriesAsync(new() { StartTime = new() { Seconds = long.MaxValue } }).ShouldFailAsync(Reason.InvalidField);
        await Admin.ListAuditEntriesAsync(new() { PageToken = first.NextPageToken }).ShouldFailAsync(Reason.InvalidPageToken);
    }

    [Fact]
    public async Task Export_OverJson_LinesThatChainAndAnEntryAboutIt()
    {
        var client = _host.HttpClient(TestTokens.For(Role.Admin));
        var answer = await client.GetAsync("/v1/directory/auditEntries:export?afterSequence=2&maxEntries=5");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/x-ndjson");
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement).ToList();
        lines.Select(l => l.GetProperty("sequence").GetString()).ShouldBe(["3", "4", "5", "6", "7"]);
        lines.Zip(lines.Skip(1)).ShouldAllBe(p => p.First.GetProperty("hash").GetString() == p.Second.GetProperty("previousHash").GetString());
        (await Admin.ListAuditEntriesAsync(new() { PageSize = 1 })).Entries.Single().Action.ShouldBe("ExportAuditEntries");
        await Admin.ExportAuditEntriesAsync(new() { AfterSequence = -1 }).ShouldFailAsync(Reason.InvalidField);
        await Admin.ExportAuditEntriesAsync(new() { MaxEntries = -1 }).ShouldFailAsync(Reason.InvalidField);
    }

    [Fact]
    public async Task AllMethods_OtherRoles_Refused()
    {
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.Unspecified or Role.Admin)))
        {
            var audit = new AuditService.AuditServiceClient(_host.GrpcInvoker(TestTokens.For(role, "units/humen")));
            await audit.ListAuditEntriesAsync(new()).ShouldFailAsync(Reason.RoleNotAllowed);
            await audit.ExportAuditEntriesAsync(new()).ShouldFailAsync(Reason.RoleNotAllowed);
            await audit.VerifyAuditAsync(new()).ShouldFailAsync(Reason.RoleNotAllowed);
            await audit.CreateAuditCheckpointAsync(new()).ShouldFailAsync(Reason.RoleNotAllowed);
        }
    }

    async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
