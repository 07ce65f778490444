using Npgsql;

namespace Suite.Year.Tests;

public sealed class YearTests(YearRun year)
{
    [Fact]
    public async Task EveryAssignment_AtYearsEnd_HasTheReportsItsPeopleMade()
    {
        var expected = year.Desks.Sum(d => Enumerable.Range(1, 4).Count(q => d.Temper(q).Habit != Habit.Silent));
        (await CountAsync(year.Suite.TasksDatabase, "SELECT count(*) FROM progress_report WHERE state = 4")).ShouldBe(expected);
    }

    static async Task<long> CountAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
