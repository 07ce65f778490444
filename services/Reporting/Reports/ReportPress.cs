using Microsoft.EntityFrameworkCore;
using Suite.Errors.V1;
using Suite.Reporting.Facts;
using Suite.Reporting.Intake;
using Suite.Reporting.Leagues;
using Suite.Reporting.Papers;
using Suite.Reporting.Storage;
using Suite.Reporting.Templates;
using Suite.ServiceDefaults.Auditing;
using Suite.ServiceDefaults.Errors;

namespace Suite.Reporting.Reports;

/// <summary>Makes documents of what is known, each under the next number of its kind, and corrections of those that were issued.</summary>
public sealed class ReportPress(
    ReportingDbContext db, FactReader reader, PaperComposer composer, OfficeClerk office, LeagueClerk leagues, LeagueReader tables, ReportBinder binder, TemplateShelf shelf, AuditReader<ReportingDbContext> audit, TimeProvider clock)
{
    /// <summary>First key of the advisory locks that give out numbers one at a time; the second is the hash of issuer, year and kind.</summary>
    const int NumberLock = 7501;

    /// <exception cref="ProblemException">NOT_FOUND, NOTHING_TO_REPORT, DEPENDENCY_UNAVAILABLE.</exception>
    public async Task<ReportRecord> MakeAsync(ReportWish wish, Actor by, CancellationToken cancellation)
    {
        var about = new About(wish.Kind, wish.Plan, wish.Quarter, wish.Subject, wish.Period);
        if (wish.KnownAt is null) await AskAsync(about, wish.AsOf, look: false, cancellation, wish.RunBegun);
        var facts = await reader.ReadAsync(wish.Plan, wish.AsOf, wish.KnownAt, cancellation) ?? throw Problems.NotFound("plan", wish.Plan);
        if (!about.IsLeague) CheckEnough(facts, wish);
        facts = await CompletedAsync(about, facts, null, cancellation);
        var issuer = IssuerNames.IssuerOf(facts.Plan);
        var number = await NextNumberAsync(issuer, facts.Plan.Year, wish.Kind, cancellation);
        var order = new PaperOrder(wish.Kind, wish.Quarter, wish.Subject, number, 1, wish.Language, await MarkAsync(cancellation)) { Period = wish.Period };
        var report = RecordOf(facts, order, await shelf.ChooseAsync(order.Kind, order.Language, cancellation), null, by.Account);
        var edited = EditedPaper.Of(composer.Compose(facts, order), []);
        await binder.KeepAsync(report, edited.Paper, cancellation);
        db.Reports.Add(report);
        db.Milestones.Add(Milestone(report, 1, Steps.Create, by, ""));
        return report;
    }

    /// <summary>A draft of the next version, from what is known now, with the editor's words of the version before.</summary>
    public async Task<ReportRecord> CorrectAsync(ReportRecord wrong, Actor by, string reason, CancellationToken cancellation)
    {
        Lifecycle.After(wrong.Id, wrong.State, Steps.Correct);
        var open = await db.Reports.Where(r => r.Corrects == wrong.Id && r.State != ReportState.Discarded).Select(r => r.Id).FirstOrDefaultAsync(cancellation);
        if (open is not null) throw Problems.AlreadyExists("report", $"reports/{open}");
        await AskAsync(About.Of(wrong), null, look: false, cancellation);
        var facts = await reader.ReadAsync(wrong.Plan, null, null, cancellation) ?? throw Problems.NotFound("plan", wrong.Plan);
        facts = await CompletedAsync(About.Of(wrong), facts, null, cancellation);
        var version = 1 + await db.Reports.Where(r => r.Issuer == wrong.Issuer && r.Year == wrong.Year && r.Kind == wrong.Kind && r.Number == wrong.Number)
            .MaxAsync(r => r.Version, cancellation);
        var order = wrong.Order with { Version = version, Checkpoint = await MarkAsync(cancellation) };
        var report = RecordOf(facts, order, wrong.Template, wrong.Id, by.Account);
        var edits = (await db.Edits.AsNoTracking().Where(e => e.ReportId == wrong.Id).ToListAsync(cancellation)).Select(e => Copy(e, report.Id)).ToList();
        db.Edits.AddRange(edits);
        var edited = EditedPaper.Of(composer.Compose(facts, order, await FiguresAsync(wrong.Id, cancellation)), edits);
        await binder.KeepAsync(report, edited.Paper, cancellation);
        db.Reports.Add(report);
        db.Milestones.Add(Milestone(report, 1, Steps.Create, by, reason));
        return report;
    }

    /// <summary>The document of a report, from the same facts as when it was made.</summary>
    public async Task<EditedPaper> ComposeAsync(ReportRecord report, CancellationToken cancellation) =>
        await ComposeAsync(report, report.Heard, report.AsOf, cancellation);

    /// <summary>The document of a report, from what is known now.</summary>
    /// <param name="look">Only to compare.</param>
    public async Task<(EditedPaper Paper, PlanFacts Facts)> ComposeNowAsync(ReportRecord report, bool look, CancellationToken cancellation)
    {
        await AskAsync(About.Of(report), null, look, cancellation);
        var facts = await reader.ReadAsync(report.Plan, null, null, cancellation) ?? throw Problems.NotFound("plan", report.Plan);
        facts = await CompletedAsync(About.Of(report), facts, null, cancellation);
        return (await ComposeAsync(report, facts, cancellation), facts);
    }

    public async Task<IReadOnlyList<Figure>> FiguresAsync(string report, CancellationToken cancellation) =>
        [.. (await db.Figures.AsNoTracking().Where(f => f.ReportId == report).OrderBy(f => f.Ordinal).ToListAsync(cancellation)).Select(f => f.ToFigure())];

    public ReportMilestone Milestone(ReportRecord report, int ordinal, string step, Actor by, string comment) => new()
    {
        ReportId = report.Id, Ordinal = ordinal, Step = step, Account = by.Account, DisplayName = by.DisplayName, Time = clock.GetUtcNow(), Comment = comment,
    };

    async Task<EditedPaper> ComposeAsync(ReportRecord report, long heard, DateTimeOffset asOf, CancellationToken cancellation)
    {
        var facts = await reader.ReadAsync(report.Plan, heard, asOf, cancellation) ?? throw Problems.NotFound("plan", report.Plan);
        facts = await CompletedAsync(About.Of(report), facts, report.HeardBefore, cancellation);
        return await ComposeAsync(report, facts, cancellation);
    }

    async Task<EditedPaper> ComposeAsync(ReportRecord report, PlanFacts facts, CancellationToken cancellation)
    {
        var edits = await db.Edits.Where(e => e.ReportId == report.Id).ToListAsync(cancellation);
        var previous = report.Corrects is { } wrong ? await FiguresAsync(wrong, cancellation) : null;
        return EditedPaper.Of(composer.Compose(facts, report.Order, previous), edits);
    }

    /// <summary>Asks the owner of what no event tells.</summary>
    Task AskAsync(About about, DateTimeOffset? asOf, bool look, CancellationToken cancellation, DateTimeOffset? runBegun = null) =>
        about.IsLeague ? leagues.AskAsync(about.Plan, about.Subject, about.Period, asOf, look, cancellation)
        : runBegun is { } begun ? office.AskForRunAsync(about.Plan, about.Quarter, begun, cancellation)
        : office.AskAsync(about.Plan, about.Quarter, asOf, cancellation);

    /// <summary>Only the annex of the work report looks back; a league's table comes from elsewhere.</summary>
    async Task<PlanFacts> CompletedAsync(About about, PlanFacts facts, long? heardBefore, CancellationToken cancellation) =>
        about.IsLeague ? facts with { League = await tables.ReadAsync(facts, about.Subject, about.Period, cancellation) }
        : about.Kind == PaperKind.WorkReportAnnex ? await reader.WithLastYearAsync(facts, heardBefore, cancellation) : facts;

    static void CheckEnough(PlanFacts facts, ReportWish wish)
    {
        // Those the issue counted: what editions added or took away since does not tell whether all have been heard of.
        if (facts.TasksOfIssue < facts.Plan.TaskCount)
            throw Problems.Because(
                Reason.DependencyUnavailable, $"{facts.TasksOfIssue} of the {facts.Plan.TaskCount} tasks of '{wish.Plan}' have arrived here so far; try again.");
        if (!wish.EvenIfEmpty && !facts.Quarter(wish.Quarter).Tasks.Any(t => t.Reported))
            throw Problems.Because(Reason.NothingToReport, $"No unit has reported on quarter {wish.Quarter} of '{wish.Plan}' yet.");
    }

    static string IdOf(PlanFacts facts, PaperOrder order)
    {
        var plan = facts.Plan.Name[(facts.Plan.Name.LastIndexOf('/') + 1)..];
        var kind = order.Kind == PaperKind.Bulletin ? "" : order.Kind.ToString().ToLowerInvariant() + "-";
        return $"{plan}-q{order.Quarter}-{kind}{order.Number}{(order.Version > 1 ? $"-v{order.Version}" : "")}";
    }

    ReportRecord RecordOf(PlanFacts facts, PaperOrder order, string template, string? corrects, string creator) => new()
    {
        Id = IdOf(facts, order), Template = template, Kind = order.Kind, Plan = facts.Plan.Name, Year = facts.Plan.Year, Issuer = IssuerNames.IssuerOf(facts.Plan), Quarter = order.Quarter,
        Subject = order.Subject, Period = order.Period, Number = order.Number, Version = order.Version, Corrects = corrects, Language = order.Language, State = ReportState.Draft,
        CreateTime = Micro(clock.GetUtcNow()), Creator = creator, AsOf = facts.AsOf, Heard = facts.Heard, HeardBefore = facts.LastYear?.Heard ?? 0, AuditSequence = order.Checkpoint?.Sequence ?? 0,
        AuditHash = order.Checkpoint?.Hash ?? "", Title = "", FileName = "", DocumentSha256 = "", FigureCount = 0,
    };

    static PassageEdit Copy(PassageEdit edit, string report) => new()
    {
        ReportId = report, Key = edit.Key, Text = edit.Text, Replaced = edit.Replaced, Account = edit.Account, DisplayName = edit.DisplayName, Time = edit.Time,
    };

    static DateTimeOffset Micro(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));

    async Task<AuditMark?> MarkAsync(CancellationToken cancellation) =>
        await audit.LastAsync(cancellation) is { } last ? new(last.Sequence, last.Hash) : null;

    /// <summary>The lock is held until the transaction ends, so a number is taken by whoever commits with it and by nobody else.</summary>
    async Task<int> NextNumberAsync(string issuer, int year, PaperKind kind, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({NumberLock}, hashtext({issuer} || ' ' || {year} || ' ' || {(int)kind}))", cancellation);
        return 1 + (await db.Reports.Where(r => r.Issuer == issuer && r.Year == year && r.Kind == kind).MaxAsync(r => (int?)r.Number, cancellation) ?? 0);
    }

    /// <summary>What a document is about.</summary>
    sealed record About(PaperKind Kind, string Plan, int Quarter, string Subject, string Period)
    {
        public bool IsLeague => Kind == PaperKind.LeagueTable && Subject.Length > 0;

        public static About Of(ReportRecord report) => new(report.Kind, report.Plan, report.Quarter, report.Subject, report.Period);
    }
}
