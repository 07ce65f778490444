using System.Text;
using Suite.Auth.V1;
using Suite.Indicators.V1;
using Suite.Reporting.Reports;
using Suite.Reporting.Tests.Documents;
using Suite.Reporting.V1;
using Suite.Testing;
using FileFormat = Suite.Reporting.V1.FileFormat;

namespace Suite.Reporting.Tests.Leagues;

/// <summary>The service with a plan it has heard of, and leagues to ask for that a test makes up.</summary>
public sealed class LeagueFixture : IAsyncLifetime
{
    int _leagues;

    internal FakeLeagues Leagues { get; } = new();

    internal LoneService Service { get; private set; } = null!;

    internal Told Told { get; } = new("2024-league");

    public ReportService.ReportServiceClient Office => new(Service.Host.GrpcInvoker(TestTokens.For(Role.Office)));

    public async ValueTask InitializeAsync()
    {
        Service = await LoneService.StartAsync(services => services.AddSingleton<LeagueService.LeagueServiceClient>(Leagues).AddSingleton(new ReportingOptions { LeaguePatience = TimeSpan.FromSeconds(2) }));
        foreach (var message in Told.Story()) await Service.TakeAsync(message);
    }

    /// <summary>A league that no other test uses.</summary>
    public string NewLeague() => $"leagues/league-{++_leagues}";

    public Report Wish(string league, string period = "2023", string language = "zh-CN") =>
        new() { Kind = ReportKind.LeagueTable, Plan = Told.Plan, Quarter = 1, Subject = league, Period = period, Language = language };

    public async Task<Report> MakeAsync(string league, string period = "2023", string language = "zh-CN") => await Office.CreateReportAsync(new() { Report = Wish(league, period, language) });

    public async Task<List<ReportFigure>> FiguresAsync(Report report)
    {
        var found = new List<ReportFigure>();
        for (var request = new ListFiguresRequest { Parent = report.Name, PageSize = 1000 }; ;)
        {
            var page = await Office.ListFiguresAsync(request);
            found.AddRange(page.Figures);
            if ((request.PageToken = page.NextPageToken).Length == 0) return found;
        }
    }

    public async Task<byte[]> FileAsync(Report report, FileFormat format = FileFormat.Docx) => (await Office.DownloadReportAsync(new() { Name = report.Name, Format = format })).Data.ToByteArray();

    /// <summary>What the document reads.</summary>
    public async Task<string> TextAsync(Report report)
    {
        var bytes = await FileAsync(report);
        using var opened = new Opened(bytes);
        opened.ShouldBeValid();
        return opened.Text;
    }

    public async Task<string> PageAsync(Report report) => Encoding.UTF8.GetString(await FileAsync(report, FileFormat.Html));

    public ValueTask DisposeAsync() => Service.DisposeAsync();
}
