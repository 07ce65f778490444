using Shouldly;
using Suite.Auth.V1;
using Suite.Errors.V1;
using Suite.Indicators.V1;
using Suite.Testing;

namespace Suite.Indicators.Tests.Judging;

/// <summary>The limits of lights are data: of versions, from a day on. In a service of its own, since they hold for everything judged.</summary>
public sealed class LightRuleTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task SetLightRule_NewLimits_JudgeFromThenOnAndLeaveThePastAlone()
    {
        await using var host = TestHost<Suite.Indicators.Api.IndicatorApi>.Start(
            // Nobody listens at the broker's: two services on one broker would take each other's events.
            [new("ConnectionStrings:indicatorsdb", postgres.ConnectionString), new("ConnectionStrings:rabbitmq", $"amqp://guest:guest@127.0.0.1:{FreePorts.Take()}"),
                new("Seeds:Figures", Path.Combine(Repository.Root, "seeds", "indicators"))],
            services => services.TrustTestTokens());
        var judge = new JudgementService.JudgementServiceClient(host.GrpcInvoker(TestTokens.For(Role.Office)));
        var request = new JudgeSeriesRequest { Series = "definitions/industrial-investment/series/fenggang", Period = "2025" };
        await new FigureService.FigureServiceClient(host.GrpcInvoker(TestTokens.For(Role.Office))).RecordFiguresAsync(
            new() { Series = request.Series, Figures = { new FigureInput { Period = "2025", PeriodValue = "37", Comment = "某原因" } } });

        var first = await judge.JudgeSeriesAsync(request);
        var before = DateTimeOffset.UtcNow;
        await Task.Delay(5);
        var made = await judge.SetLightRuleAsync(new() { Yellow = "5", Red = "7", Why = "督查要求从严" });
        var then = request.Clone();
        then.KnownOn = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(before);

        (first.Completion, first.Gap, first.Light, first.LightRule).ShouldBe(("92.5", "7.5", "GREEN", "lightRules/1"));
        (await judge.JudgeSeriesAsync(request)).ShouldSatisfyAllConditions(j => j.Light.ShouldBe("RED"), j => j.LightRule.ShouldBe(made.Name));
        (await judge.JudgeSeriesAsync(then)).ShouldSatisfyAllConditions(j => j.Light.ShouldBe("GREEN"), j => j.LightRule.ShouldBe("lightRules/1"));
        (await judge.ListLightRulesAsync(new() { PageSize = 1 })).ShouldSatisfyAllConditions(l => l.LightRules.ShouldHaveSingleItem().Why.ShouldBe("督查要求从严"), l => l.NextPageToken.ShouldNotBeEmpty());
        await RefusedAsync(new() { Yellow = "9", Red = "9", Why = "x" }, "red");
        await RefusedAsync(new() { Yellow = "1", Red = "2" }, "why");
        await RefusedAsync(new() { Yellow = "1", Red = "2", Why = "x", EffectiveDate = "2020-01-01" }, "effective_date");
        (await Figured.ProblemAsync(() => judge.SetLightRuleAsync(new() { Yellow = "1", Red = "2", Why = "x", Etag = "1" }))).Reason.ShouldBe(Reason.StaleEtag);

        async Task RefusedAsync(SetLightRuleRequest wrong, string field) =>
            (await Figured.ProblemAsync(() => judge.SetLightRuleAsync(wrong))).Violations.ShouldHaveSingleItem().Field.ShouldBe(field);
    }
}
