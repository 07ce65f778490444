using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Suite.Indicators.Figures;
using Suite.Indicators.Periods;

namespace Suite.Indicators.Storage;

/// <summary>
/// The table of all figures ever told, made for many millions: rows are only added, through COPY; it is cut into partitions by indicator. Works on
/// the context's connection and in its transaction.
/// </summary>
public sealed class FigureStore(IndicatorsDbContext db)
{
    const string Columns = "measure, entity, period, known_at, mark, change, source, status, comparator, period_value, year_to_date, growth, note, comment";

    const string Latest =
        $"""
         SELECT DISTINCT ON (measure, entity, period) {Columns} FROM figure
         WHERE measure = ANY($1) AND entity = ANY($2) AND period >= $3 AND period <= $4 AND known_at <= $5
         ORDER BY measure, entity, period, known_at DESC, mark DESC
         """;

    const string LatestIn =
        $"""
         SELECT DISTINCT ON (measure, entity, period) {Columns} FROM figure
         WHERE measure = ANY($1) AND entity = ANY($2) AND period = ANY($3)
         ORDER BY measure, entity, period, known_at DESC, mark DESC
         """;

    const string Revisions =
        $"""
         SELECT {Columns} FROM figure WHERE measure = $1 AND entity = $2 AND period >= $3 AND period <= $4 AND (period, known_at, mark) > ($5, $6, $7)
         ORDER BY period, known_at, mark LIMIT $8
         """;

    const string Changes = $"SELECT {Columns} FROM figure WHERE change > $1 ORDER BY change LIMIT $2";

    /// <summary>Of each place in the block the figure that counts.</summary>
    /// <param name="asOf">Only what was known then; null for now.</param>
    public Task<List<Figure>> LatestAsync(int[] measures, int[] entities, Period from, Period to, DateTimeOffset? asOf, CancellationToken cancellation) =>
        ReadAsync(Latest, cancellation, measures, entities, from.Code, to.Code, asOf?.UtcDateTime ?? DateTime.MaxValue);

    /// <summary>Of each cell of a block the figure that counts now.</summary>
    public async Task<List<Figure>> LatestAsync(CellBlock block, CancellationToken cancellation)
    {
        var found = new List<Figure>();
        foreach (var part in block.Cut()) found.AddRange(await ReadAsync(LatestIn, cancellation, part.Measures.ToArray(), part.Entities.ToArray(), part.Periods.ToArray()));
        return found;
    }

    /// <summary>Every figure of a series, by period and time.</summary>
    /// <param name="after">The last one shown; null for the first page.</param>
    public Task<List<Figure>> RevisionsAsync(
        int measure, int entity, Period from, Period to, (int Period, DateTimeOffset KnownAt, long Mark)? after, int limit, CancellationToken cancellation) =>
        ReadAsync(Revisions, cancellation, measure, entity, from.Code, to.Code, after?.Period ?? 0, after?.KnownAt.UtcDateTime ?? DateTime.MinValue, after?.Mark ?? 0, limit);

    /// <summary>The figures after a place in the change feed, in order; fewer than the limit only at the end of the feed.</summary>
    public Task<List<Figure>> ChangesAsync(long after, int limit, CancellationToken cancellation) => ReadAsync(Changes, cancellation, after, limit);

    /// <summary>The last place in the change feed.</summary>
    public Task<long> LastChangeAsync(CancellationToken cancellation) => db.Database.SqlQuery<long>($"""SELECT last AS "Value" FROM figure_position""").SingleAsync(cancellation);

    /// <summary>
    /// Takes places in the change feed, and keeps all others who would from doing so until the transaction ends: so places are in the order of commits.
    /// </summary>
    /// <returns>The place before the first taken.</returns>
    public async Task<long> ReserveAsync(int count, CancellationToken cancellation)
    {
        await using var command = await CommandAsync("UPDATE figure_position SET last = last + $1 RETURNING last", cancellation, count);
        return (long)(await command.ExecuteScalarAsync(cancellation))! - count;
    }

    /// <summary>Adds rows; none that is there already.</summary>
    public async Task WriteAsync(IEnumerable<Figure> figures, CancellationToken cancellation)
    {
        var connection = await ConnectionAsync(cancellation);
        await using var rows = await connection.BeginBinaryImportAsync($"COPY figure ({Columns}) FROM STDIN (FORMAT BINARY)", cancellation);
        foreach (var figure in figures) await WriteAsync(rows, figure, cancellation);
        await rows.CompleteAsync(cancellation);
    }

    static async ValueTask WriteAsync(NpgsqlBinaryImporter rows, Figure f, CancellationToken cancellation)
    {
        await rows.StartRowAsync(cancellation);
        await rows.WriteAsync(f.Cell.Measure, NpgsqlDbType.Integer, cancellation);
        await rows.WriteAsync(f.Cell.Entity, NpgsqlDbType.Integer, cancellation);
        await rows.WriteAsync(f.Cell.Period.Code, NpgsqlDbType.Integer, cancellation);
        await rows.WriteAsync(f.KnownAt.UtcDateTime, NpgsqlDbType.TimestampTz, cancellation);
        await rows.WriteAsync(f.Mark, NpgsqlDbType.Bigint, cancellation);
        await rows.WriteAsync(f.Change, NpgsqlDbType.Bigint, cancellation);
        await rows.WriteAsync(f.Source, NpgsqlDbType.Integer, cancellation);
        await rows.WriteAsync((short)f.Status, NpgsqlDbType.Smallint, cancellation);
        await rows.WriteAsync((short)f.Comparator, NpgsqlDbType.Smallint, cancellation);
        await OptionalAsync(rows, f.Period, cancellation);
        await OptionalAsync(rows, f.YearToDate, cancellation);
        await OptionalAsync(rows, f.Growth, cancellation);
        await (f.Note is null ? rows.WriteNullAsync(cancellation) : rows.WriteAsync(f.Note, NpgsqlDbType.Text, cancellation));
        await (f.Comment is null ? rows.WriteNullAsync(cancellation) : rows.WriteAsync(f.Comment, NpgsqlDbType.Text, cancellation));
    }

    static Task OptionalAsync(NpgsqlBinaryImporter rows, decimal? value, CancellationToken cancellation) =>
        value is null ? rows.WriteNullAsync(cancellation) : rows.WriteAsync(value.Value, NpgsqlDbType.Numeric, cancellation);

    async Task<List<Figure>> ReadAsync(string sql, CancellationToken cancellation, params object[] parameters)
    {
        await using var command = await CommandAsync(sql, cancellation, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<Figure>();
        while (await reader.ReadAsync(cancellation)) found.Add(Of(reader));
        return found;
    }

    static Figure Of(NpgsqlDataReader row) => new(
        new(row.GetInt32(0), row.GetInt32(1), new(row.GetInt32(2))), new(row.GetDateTime(3), TimeSpan.Zero), row.GetInt64(4), row.GetInt64(5), row.GetInt32(6),
        (FigureStatus)row.GetInt16(7), (Comparator)row.GetInt16(8), Number(row, 9), Number(row, 10), Number(row, 11), Text(row, 12), Text(row, 13));

    static decimal? Number(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDecimal(column);

    static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    async Task<NpgsqlCommand> CommandAsync(string sql, CancellationToken cancellation, params object[] parameters)
    {
        var command = (await ConnectionAsync(cancellation)).CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
        {
            var value = parameter is DateTime time && time.Kind != DateTimeKind.Utc ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : parameter;
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }

    async Task<NpgsqlConnection> ConnectionAsync(CancellationToken cancellation)
    {
        if (db.Database.GetDbConnection() is not NpgsqlConnection connection) throw new InvalidOperationException("Figures are kept in PostgreSQL.");
        if (connection.State != System.Data.ConnectionState.Open) await db.Database.OpenConnectionAsync(cancellation);
        return connection;
    }
}
