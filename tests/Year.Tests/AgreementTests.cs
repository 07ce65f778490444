using Suite.Auth.V1;
using Suite.Reporting.V1;
using Suite.Tasks.V1;
using Suite.Testing;
using Task = System.Threading.Tasks.Task;

namespace Suite.Year.Tests;

/// <summary>The overview, the standings, the board of the tasks and the bulletin count the same for the same quarter and moment.</summary>
[Collection(nameof(Press))]
public sealed class AgreementTests(YearRun year)
{
    static readonly (string Formula, Func<Counts, int> Count)[] Overall =
    [
        ("tasks", c => c.Tasks), ("acknowledged", c => c.Acknowledged), ("due", c => c.Due), ("reported", c => c.Reported), ("accepted", c => c.Accepted), ("light = GREEN", c => c.Green),
        ("light = YELLOW", c => c.Yellow), ("light = RED", c => c.Red), ("light = BLUE", c => c.Blue), ("light = none", c => c.Unlit),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task OverviewAndBoard_OfAQuarter_CountAsItsBulletinDoes(int quarter)
    {
        var press = await year.Press;
        await AgreeAsync(press, press.Bulletin(quarter), await year.Books);
    }

    [Fact]
    public async Task OverviewAndBoard_OfTheYearBefore_CountAsTheCorrectedBulletinDoes()
    {
        var before = await year.PressBefore;
        await AgreeAsync(before.Press, before.Right, before.All.Single(p => p.Paper == before.Right).Books);
    }

    [Theory]
    [InlineData(ListStandingsRequest.Types.Dimension.Unit)]
    [InlineData(ListStandingsRequest.Types.Dimension.Leader)]
    [InlineData(ListStandingsRequest.Types.Dimension.Section)]
    public async Task Standings_OfEveryQuarter_CountedAgainFromTheOwnersTables_AreTheSame(ListStandingsRequest.Types.Dimension dimension)
    {
        _ = await year.Press;
        foreach (var books in new[] { await year.Books, (await year.PressBefore).All[^1].Books })
            for (var quarter = 1; quarter <= 4; quarter++)
            {
                var (units, told) = (new UnitBooks(books, quarter), await Overviews().ListStandingsAsync(new() { Plan = books.Plan, Quarter = quarter, Dimension = dimension, PageSize = 1000 }));
                var recount = new Recount(books, units, ReportKind.Bulletin, "", quarter);
                told.Standings.Select(s => s.Name).ShouldBe(books.Tasks.SelectMany(t => PartsOf(t, dimension)).Distinct(), ignoreOrder: true);
                foreach (var standing in told.Standings)
                {
                    var mine = books.Tasks.Where(t => PartsOf(t, dimension).Contains(standing.Name)).ToList();
                    Overall.Select(o => o.Count(standing.Counts)).ShouldBe(Overall.Select(o => recount.Tally(mine, quarter, o.Formula)), $"{books.Plan} {quarter} {standing.Name}");
                    // The office's points are those asked for last: of this year with its bulletins, all at once.
                    if (dimension == ListStandingsRequest.Types.Dimension.Unit && books.Plan == YearRun.Plan) standing.Rank.ShouldBe(units.Ranked.SingleOrDefault(u => u.Unit == standing.Name)?.Rank ?? 0, standing.Name);
                }
            }
    }

    async Task AgreeAsync(Press press, Printed bulletin, Books books)
    {
        var (plan, quarter) = (books.Plan, bulletin.Report.Quarter);
        var overview = await Overviews().GetOverviewAsync(new() { Plan = plan, Quarter = quarter });
        var board = await new BoardService.BoardServiceClient(year.Suite.As(Role.Office)).GetBoardAsync(new() { Name = plan, Quarter = quarter });
        var missing = bulletin.Figures.SingleOrDefault(f => f.Formula == "count(report missing)");
        var open = missing is null ? 0 : (await press.TraceAsync(missing)).Sources.Count(s => books.TaskByName[s.Task].State is TaskState.Issued or TaskState.InProgress);

        Overall.Select(o => o.Count(overview.Counts)).ShouldBe(Overall.Select(o => Of($"count({o.Formula})")));
        overview.Counts.Missing.ShouldBe(missing is null ? 0 : (int)Numbers.Read(missing.Value));
        (overview.Counts.Accepted + overview.Counts.Missing).ShouldBe(overview.Counts.Due);
        // What is over is not overdue any more; that it never came is still told.
        var due = board.Quarters[quarter - 1];
        (board.Total.Tasks, board.Total.Reported, board.Total.Accepted).ShouldBe((Of("count(tasks)"), Of("count(reported)"), Of("count(accepted)")));
        (due.Tasks, due.Reported, due.Accepted, due.Overdue).ShouldBe((Of("count(due)"), Of("count(reported)"), Of("count(accepted)"), open));
        foreach (var section in board.Sections)
            (section.Tasks, section.Reported, section.Accepted).ShouldBe((Of(Section(section.Key, "tasks")), Of(Section(section.Key, "reported")), Of(Section(section.Key, "accepted"))));
        (board.Total.Green, board.Total.Yellow, board.Total.Red, board.Total.Blue).ShouldBe((Lit(Light.Green), Lit(Light.Yellow), Lit(Light.Red), Lit(Light.Blue)));
        // The board shows a task's last light; of the last quarter that is the bulletin's, wherever the bulletin has one.
        foreach (var light in quarter == 4 ? new[] { Light.Green, Light.Yellow, Light.Red, Light.Blue } : [])
            (await press.TraceAsync(Figure($"count(light = {light.ToString().ToUpperInvariant()})"))).Sources.Select(s => books.TaskByName[s.Task].Light).ShouldAllBe(l => l == light);

        static string Section(string name, string what) => name.Length > 0 ? $"count(section = {name}, {what})" : $"count(section, {what})";

        ReportFigure Figure(string formula) => bulletin.Figures.First(f => f.Formula == formula);

        int Of(string formula) => (int)Numbers.Read(Figure(formula).Value);

        int Lit(Light light) => books.Tasks.Count(t => t.Light == light);
    }

    OverviewService.OverviewServiceClient Overviews() => new(year.Suite.Reporting.GrpcInvoker(TestTokens.For(Role.Observer)));

    static IEnumerable<string> PartsOf(BookedTask task, ListStandingsRequest.Types.Dimension dimension) => dimension switch
    {
        ListStandingsRequest.Types.Dimension.Unit => task.Leads.Select(u => u.Unit),
        ListStandingsRequest.Types.Dimension.Leader => task.Leaders.Select(l => l.Person),
        _ => [task.Section],
    };
}
