using Npgsql;
using Shouldly;
using Suite.Reporting.V1;

namespace Suite.Reporting.Tests.Runs;

/// <summary>The reports that can be seen, looked at from both sides: in the database and through the service's door.</summary>
sealed class Shelf(string database) : IAsyncDisposable
{
    static readonly FileFormat[] Formats = [FileFormat.Docx, FileFormat.Xlsx, FileFormat.Html, FileFormat.DocxWithComments];

    /// <summary>Reports that lack something, items of the run that contradict them, kinds with a number left out; and how many reports there are.</summary>
    const string Look = """
        SELECT (SELECT count(*) FROM report r WHERE r.title = ''
                OR (SELECT count(*) FROM report_document d WHERE d.report_id = r.id AND d.sha256 = encode(sha256(d.content), 'hex')) <> 4
                OR r.document_sha256 <> (SELECT d.sha256 FROM report_document d WHERE d.report_id = r.id AND d.format = 1)
                OR (SELECT count(*) FROM report_figure f WHERE f.report_id = r.id) <> r.figure_count
                OR (SELECT count(*) FROM report_milestone m WHERE m.report_id = r.id AND m.step = 'Create') <> 1
                OR (SELECT count(*) FROM audit_entry a WHERE a.resource = 'reports/' || r.id AND a.action IN ('CreateReport', 'CorrectReport')) <> 1),
            (SELECT count(*) FROM report_run_item i WHERE i.error IS NOT NULL OR i.done <> (i.report_id IS NOT NULL)
                OR i.done <> EXISTS (SELECT FROM report r WHERE r.id = i.report_id))
                + abs((SELECT count(*) FROM report_run_item WHERE done) - (SELECT count(*) FROM report WHERE version = 1)),
            (SELECT count(*) FROM (SELECT FROM report WHERE version = 1 GROUP BY kind HAVING max(number) <> count(*)) gaps),
            (SELECT count(*) FROM report)
        """;

    readonly Dictionary<(string Name, DateTimeOffset AsOf), string> _seen = [];

    public NpgsqlDataSource Database { get; } = NpgsqlDataSource.Create(database);

    /// <summary>Straight at the database, in one look: whatever is there is whole.</summary>
    /// <returns>How many reports there are.</returns>
    public async Task<long> LookAsync()
    {
        await using var command = Database.CreateCommand(Look);
        await using var row = await command.ExecuteReaderAsync();
        (await row.ReadAsync()).ShouldBeTrue();
        (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)).ShouldBe((0, 0, 0), "reports not whole, items that do not fit them, kinds with gaps");
        return row.GetInt64(3);
    }

    /// <summary>Through the door: files and figures are all there, come out the same again, and are what they were at the last reading.</summary>
    public async Task<IReadOnlyList<Report>> ReadAsync(ReportService.ReportServiceClient client)
    {
        var reports = new List<Report>();
        foreach (var listed in (await client.ListReportsAsync(new() { PageSize = 1000 })).Reports)
        {
            var report = await client.GetReportAsync(new() { Name = listed.Name });
            report.Files.Select(f => f.Format).ShouldBe(Formats);
            report.DocumentSha256.ShouldBe(report.Files[0].Sha256);
            (await client.ListFiguresAsync(new() { Parent = report.Name, PageSize = 1000 })).Figures.Count.ShouldBe(report.FigureCount);
            (await client.VerifyReportAsync(new() { Name = report.Name })).Intact.ShouldBeTrue(report.Name);
            var hashes = string.Join(' ', report.Files.Select(f => f.Sha256));
            (_seen.TryAdd((report.Name, report.AsOfTime.ToDateTimeOffset()), hashes) ? hashes : _seen[(report.Name, report.AsOfTime.ToDateTimeOffset())]).ShouldBe(hashes);
            reports.Add(report);
        }

        return reports;
    }

    /// <param name="sql">Gives one value.</param>
    public async Task<T> ValueAsync<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
