using System.Security.Cryptography;
using System.Text.Json;
using Suite.Auth.V1;
using Suite.Directory.Storage;
using Suite.Directory.V1;
using Suite.Testing;

namespace Suite.Directory.Tests.Auditing;

/// <summary>Signed checkpoints lie outside the database, and what they say is checked.</summary>
public sealed class CheckpointKeeperTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Start_WithAFolder_WritesASignedCheckpointThatVerifies()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"checkpoints-{Guid.NewGuid():N}");
        var settings = DirectoryFixture.Settings(postgres.ConnectionString);
        (settings["Audit:CheckpointFolder"], settings["Audit:CheckpointEvery"]) = (folder, "00:00:00.200");
        Should.Throw<InvalidOperationException>(() => TestHost<DirectoryDbContext>.Start(settings)).Message.ShouldContain("Audit:CheckpointKey");

        settings["Audit:CheckpointKey"] = $"{folder}.pem";
        using (var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256)) await File.WriteAllTextAsync($"{folder}.pem", pair.ExportPkcs8PrivateKeyPem());
        await using var host = TestHost<DirectoryDbContext>.Start(settings, services => services.TrustTestTokens());
        var audit = new AuditService.AuditServiceClient(host.GrpcInvoker(TestTokens.For(Role.Admin)));
        await LinesAsync(folder, 1);
        await audit.ExportAuditEntriesAsync(new());
        var lines = await LinesAsync(folder, 2);
        var signed = lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("signed").GetString()!).ToList();
        (await audit.VerifyAuditAsync(new() { Checkpoints = { signed } })).Intact.ShouldBeTrue();
        lines.Distinct().Count().ShouldBe(lines.Length);
        System.IO.Directory.Delete(folder, recursive: true);
    }

    static async Task<string[]> LinesAsync(string folder, int least)
    {
        var file = Path.Combine(folder, "directory.jsonl");
        for (var tries = 0; tries < 100; tries++)
        {
            if (File.Exists(file) && await File.ReadAllLinesAsync(file) is { } lines && lines.Length >= least) return lines;
            await Task.Delay(100);
        }

        throw new TimeoutException($"{file} has not {least} lines.");
    }
}
