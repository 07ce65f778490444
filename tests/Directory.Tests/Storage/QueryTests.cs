using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suite.Auth.V1;
using Suite.Directory.Storage;
using Suite.Directory.V1;
using Suite.Testing;

namespace Suite.Directory.Tests.Storage;

/// <summary>How often and in what way calls ask the database.</summary>
public sealed class QueryTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    readonly Recorder _recorder = new();

    [Fact]
    public async Task Calls_EachPage_OneQueryOnAnIndex()
    {
        await using var host = TestHost<DirectoryDbContext>.Start(DirectoryFixture.Settings(postgres.ConnectionString), services =>
        {
            services.TrustTestTokens();
            services.ConfigureDbContext<DirectoryDbContext>(options => options.AddInterceptors(_recorder));
        });
        await FillAsync();
        var calls = host.GrpcInvoker(TestTokens.For(Role.Office));
        var (units, groups) = (new UnitService.UnitServiceClient(calls), new GroupService.GroupServiceClient(calls));
        var first = await units.ListUnitsAsync(new() { PageSize = 50, Kind = UnitKind.Institution });

        var next = await OneQueryAsync(() => units.ListUnitsAsync(new() { PageSize = 50, Kind = UnitKind.Institution, PageToken = first.NextPageToken }));
        var plan = await PlanAsync(next, UnitKind.Institution, first.Units[^1].Name["units/".Length..]);
        plan.ShouldContain("Index Scan using ix_unit_kind_id", customMessage: plan);
        var page = await OneQueryAsync(() => units.ListUnitsAsync(new() { PageSize = 1000 }));
        page.ShouldContain("unit_past");
        var whole = await units.ListUnitsAsync(new() { PageSize = 50 });
        page = await OneQueryAsync(() => units.ListUnitsAsync(new() { PageSize = 50, PageToken = whole.NextPageToken }));
        plan = await PlanAsync(page, UnitKind.Institution, whole.Units[^1].Name["units/".Length..]);
        plan.ShouldContain("Index Scan using pk_unit", customMessage: plan);
        plan.ShouldNotContain("Seq Scan on unit ", customMessage: plan);
        await OneQueryAsync(() => units.ListUnitsAsync(new() { Parent = "units/dongguan", AsOf = "2020-01-01" }));
        await OneQueryAsync(() => units.GetUnitAsync(new() { Name = "units/humen" }));
        await OneQueryAsync(() => groups.ListGroupsAsync(new()));

        _recorder.Commands.Clear();
        await groups.BatchGetGroupsAsync(new() { Names = { "groups/towns-and-parks", "groups/road-safety-members", "groups/intellectual-property-members" } });
        _recorder.Commands.Count.ShouldBe(4);

        await units.ResolveUnitsAsync(new() { Names = { "市教育局" } });
        await OneQueryAsync(() => units.ResolveUnitsAsync(new() { Names = { "市教育局", "市财政局" } }));
    }

    async Task<string> OneQueryAsync<T>(Func<Grpc.Core.AsyncUnaryCall<T>> call)
    {
        _recorder.Commands.Clear();
        await call();
        return _recorder.Commands.ShouldHaveSingleItem();
    }

    async Task FillAsync()
    {
        await using var source = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var fill = source.CreateCommand(
            """
            INSERT INTO unit (id, name, short_name, english_name, kind, aliases)
            SELECT 'x' || i, '单位' || i, '', '', CASE WHEN i % 2 = 0 THEN 'institution' ELSE 'other' END, '{}' FROM generate_series(1, 20000) i;
            ANALYZE unit;
            """);
        await fill.ExecuteNonQueryAsync();
    }

    async Task<string> PlanAsync(string query, UnitKind kind, string after)
    {
        query.ShouldContain("@");
        await using var source = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var explain = source.CreateCommand($"EXPLAIN {query}");
        foreach (var name in System.Text.RegularExpressions.Regex.Matches(query, "@\\w+").Select(m => m.Value).Distinct())
            explain.Parameters.Add(name.Contains("kind", StringComparison.OrdinalIgnoreCase) || name.Contains("one", StringComparison.Ordinal)
                ? new NpgsqlParameter(name[1..], kind.ToString().ToLowerInvariant())
                : name.Contains("day", StringComparison.OrdinalIgnoreCase) ? new NpgsqlParameter(name[1..], new DateOnly(2026, 1, 1))
                : name.Contains("after", StringComparison.Ordinal) ? new NpgsqlParameter(name[1..], after) : new NpgsqlParameter(name[1..], 51));
        await using var reader = await explain.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync()) plan.Add(reader.GetString(0));
        return string.Join('\n', plan);
    }

    sealed class Recorder : DbCommandInterceptor
    {
        public ConcurrentQueue<string> Commands { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Commands.Enqueue(command.CommandText);
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
