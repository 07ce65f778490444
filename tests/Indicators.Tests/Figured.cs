using Grpc.Core;
using Shouldly;
using Suite.Auth.V1;
using Suite.Indicators.Entities;
using Suite.Indicators.V1;
using Suite.ServiceDefaults.Errors;
using Suite.Testing;

namespace Suite.Indicators.Tests;

/// <summary>Definitions and entities of a test's own, and calls about their figures.</summary>
sealed class Figured(IndicatorsService service)
{
    public FigureService.FigureServiceClient Office => As(Role.Office);

    public FigureService.FigureServiceClient As(Role role, string? unit = null) => new(service.Host.GrpcInvoker(TestTokens.For(role, unit)));

    /// <summary>A monthly flow in 亿元.</summary>
    public async Task<string> DefineAsync(Action<Definition>? change = null)
    {
        var definition = new Definition { DisplayName = "某流量", Unit = "亿元", Kind = IndicatorKind.Flow, PeriodType = PeriodType.Month };
        change?.Invoke(definition);
        var id = service.NewId("m");
        await new DefinitionService.DefinitionServiceClient(service.Host.GrpcInvoker(TestTokens.For(Role.Office))).CreateDefinitionAsync(new() { DefinitionId = id, Definition = definition });
        return id;
    }

    public async Task<string> EntityAsync(Entities.EntityKind kind = Entities.EntityKind.Town, string? parent = null)
    {
        var id = service.NewId("town");
        await service.KeepAsync(new EntityFact(id, $"镇{id}", kind, parent, []));
        return id;
    }

    /// <summary>A series of a new indicator and a new town.</summary>
    public async Task<string> SeriesAsync() => $"definitions/{await DefineAsync()}/series/{await EntityAsync()}";

    public async Task<RecordFiguresResponse> RecordAsync(string series, params FigureInput[] figures) => await Office.RecordFiguresAsync(new() { Series = series, Figures = { figures } });

    public Task<Problem> RefusedAsync(string series, params FigureInput[] figures) => ProblemAsync(() => Office.RecordFiguresAsync(new() { Series = series, Figures = { figures } }));

    public static async Task<Problem> ProblemAsync<T>(Func<AsyncUnaryCall<T>> call) =>
        RpcProblem.FromRpc(await Should.ThrowAsync<RpcException>(() => call().ResponseAsync)).ShouldNotBeNull();
}
