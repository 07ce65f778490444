using Microsoft.EntityFrameworkCore;
using Suite.Indicators.Storage;
using Suite.ServiceDefaults.Errors;

namespace Suite.Indicators.Definitions;

/// <summary>The definitions as they are kept: read as of a day, and changed by adding versions.</summary>
public sealed class DefinitionBook(IndicatorsDbContext db)
{
    public const string Prefix = "definitions/";

    /// <summary>Makes changes follow one another, since each is checked against all others.</summary>
    const long Lock = 7402;

    /// <summary>All definitions of a day by their ids.</summary>
    public async Task<Dictionary<string, Definition>> OnAsync(DateOnly day, CancellationToken cancellation) =>
        (await db.Definitions.AsNoTracking().Where(d => d.Since <= day).ToListAsync(cancellation))
        .GroupBy(d => d.Id).Select(versions => versions.MaxBy(d => d.Version)!).ToDictionary(d => d.Id);

    /// <summary>Those of some ids that are there on a day.</summary>
    public async Task<Dictionary<string, Definition>> OnAsync(DateOnly day, IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        (await db.Definitions.AsNoTracking().Where(d => ids.Contains(d.Id) && d.Since <= day).ToListAsync(cancellation))
        .GroupBy(d => d.Id).Select(versions => versions.MaxBy(d => d.Version)!).ToDictionary(d => d.Id);

    /// <summary>The definition on that day; null where there is none.</summary>
    public Task<Definition?> FindAsync(string id, DateOnly day, CancellationToken cancellation) =>
        db.Definitions.AsNoTracking().Where(d => d.Id == id && d.Since <= day).OrderByDescending(d => d.Version).FirstOrDefaultAsync(cancellation);

    /// <param name="text">Part of a name; empty for all.</param>
    /// <param name="after">Id of the last one shown; null for the first page.</param>
    public Task<List<Definition>> ListAsync(DateOnly day, string text, string? after, int limit, CancellationToken cancellation)
    {
        var found = db.Definitions.AsNoTracking()
            .Where(d => d.Since <= day && !db.Definitions.Any(later => later.Id == d.Id && later.Version > d.Version && later.Since <= day));
        if (text.Length > 0) found = found.Where(d => d.Name.Contains(text) || EF.Functions.ILike(d.EnglishName, $"%{Escaped(text)}%", "\\"));
        if (after is not null) found = found.Where(d => string.Compare(d.Id, after) > 0);
        return found.OrderBy(d => d.Id).Take(limit).ToListAsync(cancellation);
    }

    /// <summary>The versions of a definition, the latest first.</summary>
    public Task<List<Definition>> VersionsAsync(string id, int? before, int limit, CancellationToken cancellation) =>
        db.Definitions.AsNoTracking().Where(d => d.Id == id && (before == null || d.Version < before))
            .OrderByDescending(d => d.Version).Take(limit).ToListAsync(cancellation);

    /// <summary>Adds to the current transaction.</summary>
    /// <exception cref="ProblemException">INVALID_FIELD or ALREADY_EXISTS.</exception>
    public async Task<Definition> CreateAsync(Definition definition, CancellationToken cancellation)
    {
        var others = await BeginAsync(cancellation);
        if (others.ContainsKey(definition.Id)) throw Problems.AlreadyExists("definition", Prefix + definition.Id);
        Check(definition, others);
        db.Add(definition);
        db.Add(new MeasureKey { Name = Prefix + definition.Id });
        await db.SaveChangesAsync(cancellation);
        return definition;
    }

    /// <summary>Adds a version to the current transaction.</summary>
    /// <exception cref="ProblemException">INVALID_FIELD, NOT_FOUND or STALE_ETAG.</exception>
    public async Task<(Definition Before, Definition After)> ChangeAsync(
        string id, string etag, DateOnly day, Func<Definition, Definition> change, CancellationToken cancellation)
    {
        var others = await BeginAsync(cancellation);
        if (!others.TryGetValue(id, out var before)) throw Problems.NotFound("definition", Prefix + id);
        if (etag.Length > 0 && etag != Etag.Of(before.Version)) throw Problems.StaleEtag("definition", Prefix + id);
        if (day < before.Since) throw Problems.InvalidField("effective_date", $"must not be before {CityCalendar.Text(before.Since)}, from when the latest version holds.");
        var after = change(before) with { Version = before.Version + 1, Since = day };
        Check(after, others);
        db.Add(after);
        await db.SaveChangesAsync(cancellation);
        return (before, after);
    }

    /// <summary>The latest version of each, future ones too.</summary>
    async Task<Dictionary<string, Definition>> BeginAsync(CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellation);
        return await OnAsync(DateOnly.MaxValue, cancellation);
    }

    static void Check(Definition definition, Dictionary<string, Definition> others)
    {
        var above = others.Values.SelectMany(d => DefinitionLaw.References(d).Select(reference => (reference, d.Id))).ToLookup(r => r.reference, r => r.Id);
        var faults = new DefinitionLaw(others.GetValueOrDefault, id => above[id]).Faults(definition);
        if (faults.Count > 0) throw Problems.InvalidFields([.. faults.Select(f => new FieldViolation($"definition.{f.Field}", f.Expected))]);
    }

    static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
