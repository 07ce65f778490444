using System.Security.Cryptography;
using Suite.Walkthrough.Gateway;
using Suite.Walkthrough.Text;

namespace Suite.Walkthrough.Quarter;

/// <summary>Has the quarter's bulletin made, or takes the one that exists already, and asks where its figure came from.</summary>
sealed class BulletinStage(Page page, Session office, TimeProvider clock, string outFolder)
{
    const int ShownFigures = 12;

    public async Task MakeAsync(Plan plan, ChosenTask chosen, ProgressReport report, CancellationToken cancellation)
    {
        var (bulletin, trace) = await FindAsync(plan, chosen, report, cancellation) ?? await CreateAsync(plan, chosen, report, cancellation);
        await SaveAsync(bulletin, cancellation);
        await FiguresAsync(bulletin, cancellation);
        Show(trace);
    }

    /// <summary>A bulletin on the quarter that was made after the report was accepted and quotes it.</summary>
    async Task<(Bulletin, FigureTrace)?> FindAsync(Plan plan, ChosenTask chosen, ProgressReport report, CancellationToken cancellation)
    {
        var accepted = report.Steps.LastOrDefault(s => s.Kind == "KIND_ACCEPTED")?.Time;
        await foreach (var bulletins in office.PagesAsync<BulletinPage>($"v1/reports?plan={plan.Name}&pageSize=100", cancellation))
            foreach (var bulletin in bulletins.Reports.Where(b => b is { Kind: "REPORT_KIND_BULLETIN", Quarter: TaskChoice.Quarter } && b.CreateTime > accepted))
                if (await TraceAsync(bulletin, chosen, report, cancellation) is { } trace)
                {
                    page.Line("BulletinExists", bulletin.Title, bulletin.Name);
                    return (bulletin, trace);
                }

        return null;
    }

    async Task<(Bulletin, FigureTrace)> CreateAsync(Plan plan, ChosenTask chosen, ProgressReport report, CancellationToken cancellation)
    {
        var wanted = new { Kind = "REPORT_KIND_BULLETIN", Plan = plan.Name, TaskChoice.Quarter };
        var id = RequestId.Of("bulletin", plan.Name, report.Name, $"{report.Revision}");
        var bulletin = await Waiting.UntilAsync(clock, "POST v1/reports", () => TryCreateAsync(wanted, id, cancellation), cancellation);
        page.Line("BulletinMade", bulletin.Title, bulletin.Name);
        var quoted = await Waiting.UntilAsync(clock, $"{report.Name} in {bulletin.Name}", () => QuotedAsync(bulletin.Name, chosen, report, cancellation), cancellation);
        return (quoted.Bulletin, quoted.Trace);
    }

    // A report that is known to be submitted is enough for a bulletin; that it was accepted may be heard of after the draft was made.
    async Task<Quoted?> QuotedAsync(string name, ChosenTask chosen, ProgressReport report, CancellationToken cancellation)
    {
        var bulletin = await office.GetAsync<Bulletin>($"v1/{name}", cancellation);
        if (await TraceAsync(bulletin, chosen, report, cancellation) is { } trace) return new(bulletin, trace);
        await office.PostAsync<Bulletin>($"v1/{name}:refresh", new { }, requestId: null, cancellation);
        return null;
    }

    // Reporting learns of plans and reports from events; what it has not heard of yet it will hear of in a moment.
    async Task<Bulletin?> TryCreateAsync(object wanted, string requestId, CancellationToken cancellation)
    {
        try
        {
            return await office.PostAsync<Bulletin>("v1/reports", wanted, requestId, cancellation);
        }
        catch (Refusal refused) when (refused.Reason is "NOTHING_TO_REPORT" or "NOT_FOUND")
        {
            return null;
        }
    }

    async Task<FigureTrace?> TraceAsync(Bulletin bulletin, ChosenTask chosen, ProgressReport report, CancellationToken cancellation)
    {
        var values = report.Figures.SelectMany(f => new[] { f.PeriodValue, f.YearToDateValue }).ToHashSet();
        await foreach (var figures in office.PagesAsync<FigurePage>($"v1/{bulletin.Name}/figures?pageSize=500", cancellation))
            foreach (var figure in figures.Figures.Where(f => values.Contains(f.Value)))
            {
                var trace = await office.GetAsync<FigureTrace>($"v1/{figure.Name}:trace", cancellation);
                if (trace.Sources.Any(s => s.ProgressReport == report.Name && s.Commitment == chosen.Commitment.Name)) return trace;
            }

        return null;
    }

    async Task SaveAsync(Bulletin bulletin, CancellationToken cancellation)
    {
        var document = await office.DownloadAsync($"v1/{bulletin.Name}:download", cancellation);
        if (Convert.ToHexStringLower(SHA256.HashData(document)) != bulletin.DocumentSha256)
            throw new WalkException(Words.Both("DocumentDamaged", bulletin.Name));
        Directory.CreateDirectory(outFolder);
        var path = Path.Combine(outFolder, Path.GetFileName(bulletin.FileName));
        await File.WriteAllBytesAsync(path, document, cancellation);
        page.Line("BulletinSaved", path, document.Length);
    }

    async Task FiguresAsync(Bulletin bulletin, CancellationToken cancellation)
    {
        page.Line("Figures", bulletin.FigureCount);
        var all = new List<ReportFigure>();
        await foreach (var figures in office.PagesAsync<FigurePage>($"v1/{bulletin.Name}/figures?pageSize=500", cancellation))
            all.AddRange(figures.Figures);
        // Those that units reported first, then the counts, which are many.
        foreach (var figure in all.OrderBy(f => f.Formula != "reported").Take(ShownFigures))
            page.Item($"[{figure.Name[(figure.Name.LastIndexOf('/') + 1)..]}] {figure.Label}: {figure.Value}{figure.Unit} ({figure.Formula})");
        if (all.Count > ShownFigures) page.Item(Words.Both("More", all.Count - ShownFigures));
    }

    void Show(FigureTrace trace)
    {
        page.Line("Trace", trace.Figure.Name, trace.Figure.Label, trace.Figure.Value, trace.Figure.Unit);
        foreach (var source in trace.Sources)
        {
            page.Item(Words.Both("Source", source.ProgressReport, source.Revision, source.UnitDisplayName, source.Value));
            Signed("SignedAuthor", source.Author);
            Signed("SignedApprover", source.Approver);
            Signed("SignedReviewer", source.Reviewer);
        }
    }

    void Signed(string key, Signature? by) => page.Item(Words.Both(key, by?.DisplayName, by?.Account, Page.Moment(by?.Time)));

    /// <summary>A bulletin and where one of its figures came from.</summary>
    sealed record Quoted(Bulletin Bulletin, FigureTrace Trace);
}
