using System.Security.Cryptography;
using Npgsql;
using NpgsqlTypes;
using Shouldly;
using Suite.Auth.V1;
using Suite.Reporting.V1;
using Suite.Testing;

namespace Suite.Reporting.Tests.Runs;

/// <summary>
/// A second service with a database of its own, told the same and never killed. It makes each document again as of the same time. The end of the
/// audit that is printed on it is each service's own, so that of the second is set to where the first's stood.
/// </summary>
sealed class NeverKilled(Told told, Shelf killed)
{
    /// <param name="reports">The first versions of the other service's reports.</param>
    public async Task MakesTheSameAsync(ReportService.ReportServiceClient other, IEnumerable<Report> reports)
    {
        await using var service = await LoneService.StartAsync();
        foreach (var message in told.Story()) await service.TakeAsync(message);
        var client = new ReportService.ReportServiceClient(service.Host.GrpcInvoker(TestTokens.For(Role.Office)));
        await using var database = NpgsqlDataSource.Create(service.ConnectionString);
        foreach (var report in reports.OrderBy(r => r.Kind).ThenBy(r => r.Number))
        {
            await SetAuditAsync(database, report.Name["reports/".Length..]);
            var again = await client.CreateReportAsync(new()
            {
                Report = new() { Kind = report.Kind, Plan = report.Plan, Quarter = report.Quarter, Subject = report.Subject, AsOfTime = report.AsOfTime },
            });
            (again.Name, again.KnownRevision, again.AsOfTime).ShouldBe((report.Name, report.KnownRevision, report.AsOfTime));
            again.Files.ShouldBe(report.Files, $"format, hash and length of {report.Name}");
            foreach (var file in report.Files)
            {
                var (bytes, others) = (await FileAsync(client, again, file.Format), await FileAsync(other, report, file.Format));
                bytes.AsSpan().SequenceEqual(others).ShouldBeTrue($"{report.Name} {file.Format}");
                Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(file.Sha256);
            }
        }
    }

    static async Task<byte[]> FileAsync(ReportService.ReportServiceClient client, Report report, FileFormat format) =>
        (await client.DownloadReportAsync(new() { Name = report.Name, Format = format })).Data.ToByteArray();

    async Task SetAuditAsync(NpgsqlDataSource database, string report)
    {
        var entries = await killed.ValueAsync<string>(
            $"SELECT coalesce(json_agg(a), '[]')::text FROM audit_entry a WHERE a.sequence <= (SELECT audit_sequence FROM report WHERE id = '{report}')");
        await using var command = database.CreateCommand("""
            SET session_replication_role = replica; -- else the audit refuses to be changed
            DELETE FROM audit_entry;
            INSERT INTO audit_entry SELECT * FROM json_populate_recordset(NULL::audit_entry, @entries);
            SET session_replication_role = origin
            """);
        command.Parameters.AddWithValue("entries", NpgsqlDbType.Json, entries);
        await command.ExecuteNonQueryAsync();
    }
}
