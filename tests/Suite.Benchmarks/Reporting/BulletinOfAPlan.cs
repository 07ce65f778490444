using System.Diagnostics;
using Npgsql;
using Suite.Reporting.V1;

namespace Suite.Benchmarks.Reporting;

/// <summary>A bulletin of 349 tasks, made, written in all formats and kept; then one of each of a hundred cities, with the memory that takes.</summary>
sealed class BulletinOfAPlan : IMeasurement
{
    const int Cities = 100;
    const int First = 10;
    const double Goal = 2000;

    public string Name => "reporting.bulletin";

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellation)
    {
        await using var cities = await KnownCities.StartAsync(Cities, cancellation);
        await using var source = NpgsqlDataSource.Create(cities.ConnectionString);
        var (reports, took, references, memory) = (new ReportService.ReportServiceClient(cities.Door), new List<double>(), new List<double>(), new List<long>());
        for (var city = 1; city <= Cities; city++)
        {
            cancellation.ThrowIfCancellationRequested();
            var began = Stopwatch.GetTimestamp();
            await reports.CreateReportAsync(new() { Report = new() { Kind = ReportKind.Bulletin, Plan = $"plans/city-{city}", Quarter = 2 } }, cancellationToken: cancellation);
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            began = Stopwatch.GetTimestamp();
            await OverviewOfAPlan.ReadAsync(source, cancellation);
            references.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (city % First == 0) memory.Add(GC.GetTotalMemory(forceFullCollection: true) >> 20);
        }

        return
        [
            new(Name, $"{Cities} cities one after another; MB held after each ten: {string.Join(' ', memory)}", Times.Of(took.Skip(First)), "the plan's tasks counted by the database",
                Times.Of(references.Skip(First)), Goal),
        ];
    }
}
