using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Suite.Errors.V1;
using Suite.Reporting.Bulletins;
using Suite.Reporting.Documents;
using Suite.Reporting.Facts;
using Suite.Reporting.Storage;
using Suite.Reporting.Wording;
using Suite.ServiceDefaults.Errors;

namespace Suite.Reporting.Reports;

/// <summary>Makes a bulletin of what is known now, under the next number, and freezes it.</summary>
public sealed class BulletinPress(ReportingDbContext db, FactReader reader, Wordings words, BulletinComposer composer)
{
    /// <summary>First key of the advisory locks that give out numbers one at a time; the second is the hash of issuer and year.</summary>
    const int NumberLock = 7501;

    /// <param name="plan">plans/{plan}</param>
    /// <param name="creator">Account name.</param>
    /// <exception cref="ProblemException">NOT_FOUND, NOTHING_TO_REPORT, DEPENDENCY_UNAVAILABLE.</exception>
    public async Task<FrozenReport> MakeAsync(string plan, int quarter, string creator, CancellationToken cancellation)
    {
        var known = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Name == plan, cancellation) ?? throw Problems.NotFound("plan", plan);
        var number = await NextNumberAsync(known, cancellation);
        // Those the issue counted: what editions added or took away since does not tell whether all have been heard of.
        var heard = await db.Tasks.CountAsync(t => t.Plan == plan && !t.Added, cancellation);
        var facts = await reader.ReadAsync(known, quarter, cancellation);
        if (heard < facts.Plan.TaskCount)
            throw Problems.Because(Reason.DependencyUnavailable, $"{heard} of the {facts.Plan.TaskCount} tasks of '{plan}' have arrived here so far; try again.");
        if (!facts.Tasks.Any(t => t.Reported))
            throw Problems.Because(Reason.NothingToReport, $"No unit has reported on quarter {quarter} of '{plan}' yet.");
        var bulletin = composer.Compose(facts, number);
        return Freeze(facts, number, bulletin, DocxWriter.Write(bulletin), creator);
    }

    FrozenReport Freeze(QuarterFacts facts, int number, Bulletin bulletin, byte[] document, string creator)
    {
        var report = new FrozenReport
        {
            Id = $"{facts.Plan.Name[(facts.Plan.Name.LastIndexOf('/') + 1)..]}-q{facts.Quarter}-{number}",
            Plan = facts.Plan.Name,
            Year = facts.Plan.Year,
            Issuer = bulletin.Issuer,
            Quarter = facts.Quarter,
            Number = number,
            Title = bulletin.Title,
            CreateTime = facts.AsOf,
            Creator = creator,
            DocumentSha256 = Convert.ToHexStringLower(SHA256.HashData(document)),
            FileName = words.Format("FileName", facts.Plan.Year, number, words.Quarter(facts.Quarter)),
            FigureCount = bulletin.Figures.Count,
        };
        db.Reports.Add(report);
        db.Documents.Add(new FrozenDocument { ReportId = report.Id, Content = document });
        db.Figures.AddRange(bulletin.Figures.Select(figure => FrozenFigure.Of(report.Id, figure)));
        return report;
    }

    /// <summary>The lock is held until the transaction ends, so a number is taken by whoever commits with it and by nobody else.</summary>
    async Task<int> NextNumberAsync(KnownPlan plan, CancellationToken cancellation)
    {
        var (issuer, year) = (BulletinComposer.IssuerOf(plan), plan.Year);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({NumberLock}, hashtext({issuer} || ' ' || {year}))", cancellation);
        return 1 + (await db.Reports.Where(r => r.Issuer == issuer && r.Year == year).MaxAsync(r => (int?)r.Number, cancellation) ?? 0);
    }
}
