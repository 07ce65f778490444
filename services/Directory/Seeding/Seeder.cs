using Microsoft.EntityFrameworkCore;
using Suite.Directory.Changes;
using Suite.Directory.Storage;

namespace Suite.Directory.Seeding;

/// <summary>Fills an empty directory from the file under <c>Seeds:Path</c>, wholly or not at all.</summary>
public sealed partial class Seeder(
    DirectoryDbContext db, IConfiguration configuration, IHostEnvironment environment, TimeProvider clock, ILogger<Seeder> logger)
{
    /// <summary>Adds to the current transaction.</summary>
    /// <exception cref="SeedException">The file is missing or wrong.</exception>
    public async Task SeedAsync(CancellationToken cancellation)
    {
        if (await db.Units.AnyAsync(cancellation)) return;
        if (configuration["Seeds:Path"] is not { Length: > 0 } path)
        {
            LogEmpty(logger);
            return;
        }

        var file = Path.GetFullPath(path, environment.ContentRootPath);
        if (!File.Exists(file)) throw new SeedException($"Seeds:Path names {file}, which does not exist.");
        using var text = File.OpenText(file);
        Add(SeedReader.Read(text, file), Path.GetFileName(file));
        await db.SaveChangesAsync(cancellation);
        await db.RaiseRevisionAsync(DirectoryChange.Everything, "SeedDirectory", cancellation);
    }

    void Add(DirectorySeed seed, string file)
    {
        db.AddRange(seed.Units);
        db.AddRange(seed.Groups);
        db.AddRange(seed.Members);
        db.AddRange(seed.People);
        db.Audit(SystemAudit.Record(clock, "SeedDirectory", "directory", new
        {
            file, units = seed.Units.Count, groups = seed.Groups.Count, people = seed.People.Count,
        }));
        LogSeeded(logger, file, seed.Units.Count, seed.Groups.Count, seed.People.Count);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The directory is empty and Seeds:Path is not set: no name can be resolved")]
    static partial void LogEmpty(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "Directory filled from {File}: {Units} units, {Groups} groups, {People} people")]
    static partial void LogSeeded(ILogger logger, string file, int units, int groups, int people);
}
