using Google.Protobuf.WellKnownTypes;
using Suite.Reporting.V1;

namespace Suite.Year.Tests;

/// <summary>
/// Documents of the year before, each as of a moment of it, and a bulletin that was corrected a year later; with each the owners' tables as of the
/// same moment.
/// </summary>
sealed class PressBefore
{
    readonly Dictionary<DateTimeOffset, Books> _books = [];

    PressBefore(Press press) => Press = press;

    public Press Press { get; }

    public List<(Printed Paper, Books Books)> All { get; } = [];

    /// <summary>As it was issued, and its correction.</summary>
    public Printed Wrong { get; private set; } = null!;

    public Printed Right { get; private set; } = null!;

    public static async Task<PressBefore> PrintAsync(YearRun year)
    {
        using var owners = Press.AskTheOwners(year);
        await Press.HeardAsync(year);
        var before = new PressBefore(new(year));
        foreach (var (kind, quarter, subject, asOf) in Orders()) await before.AddAsync(year, await before.MakeAsync(kind, quarter, subject, asOf));
        var reports = before.Press.Reports;
        var wrong = (await before.MakeAsync(ReportKind.Bulletin, 4, "", On(1, 26, 2024))).Name;
        await IssueAsync(wrong);
        var right = (await reports.CorrectReportAsync(new() { Name = wrong, Comment = "补报一项，两项亮灯经复核调整。" })).Name;
        await IssueAsync(right);
        before.Wrong = await before.AddAsync(year, await reports.GetReportAsync(new() { Name = wrong }));
        before.Right = await before.AddAsync(year, await reports.GetReportAsync(new() { Name = right }));
        return before;

        async Task IssueAsync(string name)
        {
            await reports.ApproveReportAsync(new() { Name = name });
            await reports.IssueReportAsync(new() { Name = name });
        }
    }

    static IEnumerable<(ReportKind Kind, int Quarter, string Subject, DateTimeOffset AsOf)> Orders()
    {
        yield return (ReportKind.Bulletin, 1, "", On(4, 20));
        // Lights were set by hand.
        yield return (ReportKind.Bulletin, 1, "", On(5, 2));
        yield return (ReportKind.MeetingList, 1, "", On(5, 2));
        // The next reports were accepted, half-years among them.
        yield return (ReportKind.Bulletin, 2, "", On(7, 15));
        yield return (ReportKind.WorkReportAnnex, 2, "", On(7, 15));
        // Two tasks were closed; one was opened again, and more lights were set.
        yield return (ReportKind.Bulletin, 2, "", On(8, 1));
        yield return (ReportKind.Bulletin, 2, "", On(9, 10));
        yield return (ReportKind.Bulletin, 3, "", On(10, 20));
        yield return (ReportKind.Scorecard, 3, "units/education", On(10, 20));
        yield return (ReportKind.Scorecard, 3, "units/water", On(10, 20));
        yield return (ReportKind.LeagueTable, 3, "", On(10, 20));
        yield return (ReportKind.Bulletin, 4, "", On(1, 20, 2024));
        yield return (ReportKind.Scorecard, 4, "units/water", On(1, 20, 2024));
        yield return (ReportKind.WorkReportAnnex, 4, "", On(1, 20, 2024));
    }

    async Task<Report> MakeAsync(ReportKind kind, int quarter, string subject, DateTimeOffset asOf) => await Press.Reports.CreateReportAsync(new()
    {
        Report = new() { Kind = kind, Plan = YearBefore.Plan, Quarter = quarter, Subject = subject, AsOfTime = Timestamp.FromDateTimeOffset(asOf) },
    });

    async Task<Printed> AddAsync(YearRun year, Report report)
    {
        var (paper, asOf) = (await Press.ReadAsync(report.Name), report.AsOfTime.ToDateTimeOffset());
        if (!_books.TryGetValue(asOf, out var books)) _books[asOf] = books = await Books.ReadAsync(year, YearBefore.Plan, asOf);
        All.Add((paper, books));
        return paper;
    }

    /// <summary>In the evening.</summary>
    static DateTimeOffset On(int month, int day, int year = 2023) => new(year, month, day, 20, 0, 0, TimeSpan.FromHours(8));
}
