using Suite.Walkthrough.Gateway;
using Suite.Walkthrough.Import;
using Suite.Walkthrough.Quarter;
using Suite.Walkthrough.Text;

namespace Suite.Walkthrough;

/// <summary>The whole walk: import, issue, and with <c>--once</c> a task's first quarter.</summary>
sealed class Walk(GatewayClient gateway, Settings settings, Page page, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var admin = await AdminAsync(cancellation);
        var document = await File.ReadAllBytesAsync(settings.PlanFile, cancellation);
        page.Heading("PlanHeading", settings.PlanFile);
        var answer = await admin.PostDocumentAsync<ImportAnswer>("v1/plans:import", document, cancellation);
        await new UnderstoodPage(page, admin).ShowAsync(answer, DeclaredNumbers.Highest(document), cancellation);
        var plan = await new PlanIssue(page, admin).IssueAsync(answer, cancellation);
        if (settings.Once) await QuarterAsync(plan, cancellation);
        WhereToLook();
    }

    async Task<Session> AdminAsync(CancellationToken cancellation)
    {
        try
        {
            return await gateway.SignInAsync("admin", settings.AdminPassword, cancellation);
        }
        catch (Refusal refused) when (refused.Reason == "SIGN_IN_FAILED")
        {
            throw new WalkException(Words.Both("AdminPasswordWrong"));
        }
    }

    async Task QuarterAsync(Plan plan, CancellationToken cancellation)
    {
        if (plan.IsDraft) throw new WalkException(Words.Both("QuarterNeedsIssuedPlan", plan.Name));
        page.Heading("QuarterHeading");
        var office = await SignInAsync("office", cancellation);
        var chosen = await TaskChoice.FindAsync(office, plan, cancellation);
        page.Line("TaskChosen", chosen.Task.Number, chosen.Unit.DisplayName, chosen.Task.Target);
        page.Item(chosen.Commitment.Verbatim);
        var unit = chosen.Unit.Unit["units/".Length..];
        var people = new People(await SignInAsync($"{unit}.reporter", cancellation), await SignInAsync($"{unit}.approver", cancellation), office);
        var report = await new ReportStage(page, people).AcceptedAsync(chosen, cancellation);
        await new IndicatorStage(page, office, clock).WaitAsync(chosen, report, cancellation);
        await new BulletinStage(page, office, clock, settings.OutFolder).MakeAsync(plan, chosen, report, cancellation);
    }

    Task<Session> SignInAsync(string account, CancellationToken cancellation) =>
        gateway.SignInAsync(account, settings.DemoPassword!, cancellation);

    void WhereToLook()
    {
        page.Heading("WhereHeading");
        if (!settings.Once) WhileItRuns();
        if (settings.DataFolder is { } data) page.Line("WhereData", data);
        page.Line("WhereOut", settings.OutFolder);
    }

    void WhileItRuns()
    {
        page.Line("WhereJson", settings.Gateway.ToString().TrimEnd('/'));
        if (settings.Grpc is { } grpc) page.Line("WhereGrpc", grpc.Authority);
        page.Line("WhereAdmin");
        if (settings.DemoPassword is not null) page.Line("WhereDemo");
        page.Line("WhereStop");
    }
}
