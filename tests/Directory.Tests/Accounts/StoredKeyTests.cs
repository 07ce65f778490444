using System.Security.Cryptography;
using Npgsql;
using Suite.Directory.Storage;
using Suite.Directory.V1;
using Suite.Testing;

namespace Suite.Directory.Tests.Accounts;

/// <summary>Signing keys in the database are covered with the operator's secret, and readable after it changed.</summary>
public sealed class StoredKeyTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    const string First = "the first secret of thirty-two characters and more";
    const string Second = "the second secret of thirty-two characters and more";

    [Fact]
    public async Task Start_SecretGivenChangedAndTakenAway_SameKeyNeverInTheClear()
    {
        var plain = await StartedAsync();
        IsReadable(plain.Stored).ShouldBeTrue();
        var covered = await StartedAsync(("SigningKeys:Key", First));
        IsReadable(covered.Stored).ShouldBeFalse();
        covered.Kid.ShouldBe(plain.Kid);
        (await StartedAsync(("SigningKeys:Key", First))).Stored.ShouldBe(covered.Stored);

        var error = await Should.ThrowAsync<InvalidOperationException>(() => StartedAsync(("SigningKeys:Key", Second)));
        error.Message.ShouldContain("SigningKeys:FormerKey");
        var changed = await StartedAsync(("SigningKeys:Key", Second), ("SigningKeys:FormerKey", First));
        changed.Stored.ShouldNotBe(covered.Stored);
        (await StartedAsync(("SigningKeys:Key", Second))).Kid.ShouldBe(plain.Kid);
    }

    [Fact]
    public async Task Start_ShortSecret_Refused() =>
        (await Should.ThrowAsync<InvalidOperationException>(() => StartedAsync(("SigningKeys:Key", "short")))).Message.ShouldContain("32");

    async Task<(byte[] Stored, string Kid)> StartedAsync(params (string Name, string Secret)[] secrets)
    {
        var settings = DirectoryFixture.Settings(postgres.ConnectionString);
        foreach (var (name, secret) in secrets) settings[name] = secret;
        await using var host = TestHost<DirectoryDbContext>.Start(settings);
        var token = await new AuthService.AuthServiceClient(host.GrpcInvoker()).CreateTokenAsync(new() { Account = "office", Password = DirectoryFixture.DemoPassword });
        (await new UnitService.UnitServiceClient(host.GrpcInvoker(token.AccessToken)).ListUnitsAsync(new() { PageSize = 1 })).Units.Count.ShouldBe(1);
        await using var source = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var read = source.CreateCommand("SELECT private_key, id FROM signing_key");
        await using var reader = await read.ExecuteReaderAsync();
        await reader.ReadAsync();
        return ((byte[])reader[0], reader.GetString(1));
    }

    static bool IsReadable(byte[] stored)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(stored, out _);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
