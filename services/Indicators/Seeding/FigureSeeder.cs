using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Suite.Indicators.Api;
using Suite.Indicators.Definitions;
using Suite.Indicators.Entities;
using Suite.Indicators.Figures;
using Suite.Indicators.Goals;
using Suite.Indicators.Imports;
using Suite.Indicators.Periods;
using Suite.Indicators.Storage;
using Suite.ServiceDefaults.Errors;

namespace Suite.Indicators.Seeding;

/// <summary>
/// Fills an empty catalogue from the folder under <c>Seeds:Figures</c> (seeds/README.md describes it), wholly or not at all; figures come in by the
/// same import as everybody's.
/// </summary>
public sealed partial class FigureSeeder(
    IndicatorsDbContext db, EntityBook entities, DefinitionBook definitions, ImportDesk imports, IConfiguration configuration, IHostEnvironment environment, TimeProvider clock,
    ILogger<FigureSeeder> logger)
{
    const string Account = "seeds";

    /// <summary>Adds to the current transaction.</summary>
    /// <exception cref="SeedException">A file is missing or wrong.</exception>
    public async Task SeedAsync(CancellationToken cancellation)
    {
        if (configuration["Seeds:Figures"] is not { Length: > 0 } path || await db.Definitions.AnyAsync(cancellation)) return;
        var folder = Path.GetFullPath(path, environment.ContentRootPath);
        await entities.KeepAsync([.. new SeedTable(Path.Combine(folder, "entities.csv")).Rows("id", "name", "kind").Select(EntityOf)], cancellation);
        await db.SaveChangesAsync(cancellation);
        var count = 0;
        foreach (var row in new SeedTable(Path.Combine(folder, "definitions.csv")).Rows("id", "name", "unit", "kind", "period"))
        {
            await TryAsync(row, async () => await definitions.CreateAsync(DefinitionOf(row), cancellation));
            count++;
        }

        var figures = 0;
        foreach (var file in System.IO.Directory.EnumerateFiles(Path.Combine(folder, "figures"), "*.csv").Order(StringComparer.Ordinal)) figures += await FiguresAsync(file, cancellation);
        var targets = await TargetsAsync(Path.Combine(folder, "targets.csv"), cancellation);
        db.Audit(new(clock.GetUtcNow(), Account, "SeedFigures", "figures", $$"""{"definitions":{{count}},"figures":{{figures}},"targets":{{targets}}}"""));
        LogSeeded(logger, folder, count, figures, targets);
    }

    async Task<int> FiguresAsync(string file, CancellationToken cancellation)
    {
        var name = Path.GetFileName(file);
        var source = new FigureSource { Origin = name, Author = Account, Why = "种子数据", Time = FigureDesk.Micro(clock.GetUtcNow()) };
        try
        {
            var answer = await imports.ImportAsync(
                new() { Content = ByteString.CopyFrom(await File.ReadAllBytesAsync(file, cancellation)), Comment = "已发布的数据" }, source, cancellation);
            return answer.Recorded;
        }
        catch (ProblemException error)
        {
            throw new SeedException($"{file}: {error.Message}");
        }
    }

    async Task<int> TargetsAsync(string file, CancellationToken cancellation)
    {
        var (known, now) = (await definitions.OnAsync(DateOnly.MaxValue, cancellation), FigureDesk.Micro(clock.GetUtcNow()));
        var measures = await db.MeasureKeys.Where(k => k.Name.StartsWith(DefinitionBook.Prefix)).ToDictionaryAsync(k => k.Name[DefinitionBook.Prefix.Length..], k => k.Number, cancellation);
        var who = await db.Entities.ToDictionaryAsync(e => e.Id, e => e.Number, cancellation);
        var count = 0;
        foreach (var row in new SeedTable(file).Rows("indicator", "entity", "period", "value"))
        {
            if (!known.TryGetValue(row["indicator"], out var definition)) throw row.Wrong($"'{row["indicator"]}' is not defined");
            if (!who.TryGetValue(row["entity"], out var entity)) throw row.Wrong($"'{row["entity"]}' is no entity");
            await TryAsync(row, () =>
            {
                var candidate = FigureInputs.Of(
                    new(FigurePlace.Target, row["period"], row["value"], "", "", FigureStatus.Final, row["comparator"], "", "", row["unit"]), definition, measures[definition.Id], entity);
                db.Add(new Goal
                {
                    Measure = candidate.Cell.Measure, Entity = entity, Period = candidate.Period.Code, Value = candidate.PeriodValue ?? candidate.YearToDate ?? 0, Comparator = candidate.Comparator,
                    State = GoalState.Approved, Proposer = Account, ProposeTime = now, Decider = Account, DecideTime = now, Why = row["why"], Source = row["source"],
                });
                return Task.CompletedTask;
            });
            count++;
        }

        return count;
    }

    static async Task TryAsync(SeedRow row, Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (ProblemException error)
        {
            throw row.Wrong(error.Message);
        }
    }

    static EntityFact EntityOf(SeedRow row) => new(
        row["id"], row["name"], row.Named<EntityKind>("kind"), row["parent"].Length == 0 ? null : row["parent"], row["aliases"].Split(';', StringSplitOptions.RemoveEmptyEntries));

    static Definition DefinitionOf(SeedRow row)
    {
        var kind = row.Named<IndicatorKind>("kind");
        if (!ResourceNames.IsId(row["id"])) throw row.Wrong("id must be of a-z, 0-9 and '-'");
        return new()
        {
            Id = row["id"], Name = row["name"], EnglishName = row["english"], Unit = row["unit"], Kind = kind, PeriodType = row.Named<PeriodType>("period"),
            Direction = row["direction"].Length == 0 ? Direction.More : row.Named<Direction>("direction"), Accumulation = Definition.UsualAccumulation(kind),
            Aggregation = Definition.UsualAggregation(kind), Formula = row["formula"], Decimals = int.TryParse(row["decimals"], out var decimals) ? decimals : 2,
        };
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Catalogue filled from {Folder}: {Definitions} definitions, {Figures} figures, {Targets} targets")]
    static partial void LogSeeded(ILogger logger, string folder, int definitions, int figures, int targets);
}
