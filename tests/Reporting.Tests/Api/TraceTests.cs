using Grpc.Core;
using Shouldly;
using Suite.Auth.V1;
using Suite.Reporting.V1;

namespace Suite.Reporting.Tests.Api;

public sealed class TraceTests(ReportingService service)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TraceFigure_AReportedFigure_LeadsToReportAndSignatures()
    {
        var told = await service.ToldAsync();
        var figure = await FigureAsync(told, f => f is { Formula: "reported", Value: "131.25" });

        var trace = await TraceAsync(figure.Name);

        trace.Figure.ShouldBe(figure);
        var source = trace.Sources.ShouldHaveSingleItem();
        source.ShouldSatisfyAllConditions(
            s => s.Task.ShouldBe(told.Task(1)), s => s.ProgressReport.ShouldBe($"{told.Task(1)}/reports/industry-information-q1"), s => s.Revision.ShouldBe(2),
            s => s.Commitment.ShouldBe($"{told.Task(1)}/commitments/1"), s => s.UnitDisplayName.ShouldBe("市工业和信息化局"), s => s.Value.ShouldBe("131.25"),
            s => s.Author.DisplayName.ShouldBe("陈晓明"), s => s.Approver.Account.ShouldBe("approver-1"), s => s.Reviewer.DisplayName.ShouldBe("王芳"),
            s => s.Reviewer.AuditHash.ShouldBeEmpty(), _ => trace.ProofFault.ShouldContain("tasks"),
            s => s.Reviewer.Time.ToDateTimeOffset().ShouldBe(Told.Spring.AddMinutes(2)));
    }

    [Fact]
    public async Task TraceFigure_AShare_IsItsValueOverTheTarget()
    {
        var told = await service.ToldAsync();
        var figure = await FigureAsync(told, f => f.Unit == "%");

        figure.Value.ShouldBe("20.8");
        (await TraceAsync(figure.Name)).Sources.ShouldHaveSingleItem().Value.ShouldBe("131.25");
    }

    [Theory]
    [InlineData("count(tasks)", new[] { 1, 2, 3, 4 })]
    [InlineData("count(acknowledged)", new[] { 1, 2 })]
    [InlineData("count(reported)", new[] { 1, 2, 3 })]
    [InlineData("count(light = RED)", new[] { 2 })]
    [InlineData("count(light = BLUE)", new int[0])]
    [InlineData("count(section = 十件民生实事, due)", new[] { 3 })]
    [InlineData("count(unit = 市水务局, report missing)", new[] { 3 })]
    public async Task TraceFigure_ACount_LeadsToWhatWasCounted(string formula, int[] tasks)
    {
        var told = await service.ToldAsync();
        var figure = await FigureAsync(told, f => f.Formula == formula);

        figure.Value.ShouldBe($"{tasks.Length}");
        (await TraceAsync(figure.Name)).Sources.Select(s => s.Task).ShouldBe(tasks.Select(told.Task));
    }

    [Theory]
    [InlineData("reports/2024-q1-1/figures/1")]
    [InlineData("reports/1/figures/-1")]
    [InlineData("figures/1")]
    public async Task TraceFigure_NoSuchFigure_IsNotFound(string name) =>
        (await Should.ThrowAsync<RpcException>(() => TraceAsync(name))).StatusCode.ShouldBe(StatusCode.NotFound);

    [Fact]
    public async Task ListFigures_PageByPage_CountsThemAll()
    {
        var told = await service.ToldAsync();
        var report = await service.IssuedAsync(told);
        var (names, request) = (new List<string>(), new ListFiguresRequest { Parent = report.Name, PageSize = 7 });

        do
        {
            var page = await service.Client(Role.Observer).ListFiguresAsync(request, cancellationToken: Cancelled);
            names.AddRange(page.Figures.Select(f => f.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        names.ShouldBe(Enumerable.Range(1, report.FigureCount).Select(n => $"{report.Name}/figures/{n}"));
    }

    async Task<ReportFigure> FigureAsync(Told told, Func<ReportFigure, bool> wanted)
    {
        var report = await service.IssuedAsync(told);
        var figures = await service.Client().ListFiguresAsync(new() { Parent = report.Name, PageSize = 1000 }, cancellationToken: Cancelled);
        return figures.Figures.First(wanted);
    }

    async Task<FigureTrace> TraceAsync(string name) => await service.Client(Role.Leader).TraceFigureAsync(new() { Name = name }, cancellationToken: Cancelled);
}
