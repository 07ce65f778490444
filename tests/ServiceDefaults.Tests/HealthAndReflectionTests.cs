using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Reflection.V1;
using Shouldly;
using Suite.Errors.V1;

namespace Suite.ServiceDefaults.Tests;

/// <summary>What foreign tools ask every service.</summary>
public sealed class HealthAndReflectionTests(ShelfServer server) : IClassFixture<ShelfServer>
{
    const string Shelf = "suite.testing.v1.ShelfService";

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData(Shelf)]
    public async Task Check_ServedService_IsServing(string service) =>
        (await new Grpc.Health.V1.Health.HealthClient(server.Channel).CheckAsync(new() { Service = service }, cancellationToken: Token)).Status
            .ShouldBe(HealthCheckResponse.Types.ServingStatus.Serving);

    [Fact]
    public async Task Check_UnknownService_IsNotFound() => (await Answers.RefusalAsync(async () =>
        await new Grpc.Health.V1.Health.HealthClient(server.Channel).CheckAsync(new() { Service = "x" }, cancellationToken: Token)))
            .Problem.Reason.ShouldBe(Reason.NotFound);

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Get_Probe_IsJson(string path) =>
        (await server.Client.JsonAsync(HttpMethod.Get, path)).Member("status").ShouldBe("Healthy");

    [Fact]
    public async Task Reflection_ListServices_NamesWhatIsServed()
    {
        var answer = await AskAsync(new() { ListServices = "" });

        answer.ListServicesResponse.Service.Select(s => s.Name).ShouldBe(
            ["grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection", Shelf], ignoreOrder: true);
    }

    [Theory]
    [InlineData(Shelf)]
    [InlineData($"{Shelf}.GetBook")]
    [InlineData("suite.testing.v1.Book.title")]
    [InlineData("suite.testing.v1.Colour")]
    public async Task Reflection_Symbol_GivesItsFileWithAllImports(string symbol)
    {
        var files = (await AskAsync(new() { FileContainingSymbol = symbol })).FileDescriptorResponse.FileDescriptorProto
            .Select(FileDescriptorProto.Parser.ParseFrom).ToList();

        files[0].Package.ShouldBe("suite.testing.v1");
        files.SelectMany(f => f.Dependency).ShouldBeSubsetOf(files.Select(f => f.Name));
    }

    [Fact]
    public async Task Reflection_UnknownSymbol_IsNotFound() =>
        (await AskAsync(new() { FileContainingSymbol = "suite.Nothing" })).ErrorResponse.ErrorCode.ShouldBe((int)StatusCode.NotFound);

    [Fact]
    public async Task Reflection_Extension_IsFoundByTypeAndNumber()
    {
        const string Options = "google.protobuf.MethodOptions";
        var numbers = (await AskAsync(new() { AllExtensionNumbersOfType = Options })).AllExtensionNumbersResponse.ExtensionNumber;
        var file = (await AskAsync(new() { FileContainingExtension = new() { ContainingType = Options, ExtensionNumber = 50201 } })).FileDescriptorResponse;

        numbers.ShouldContain(50201);
        FileDescriptorProto.Parser.ParseFrom(file.FileDescriptorProto[0]).Name.ShouldBe("suite/auth/v1/rule.proto");
    }

    async Task<ServerReflectionResponse> AskAsync(ServerReflectionRequest request)
    {
        using var call = new ServerReflection.ServerReflectionClient(server.Channel).ServerReflectionInfo(cancellationToken: Token);
        await call.RequestStream.WriteAsync(request, Token);
        (await call.ResponseStream.MoveNext(Token)).ShouldBeTrue();
        await call.RequestStream.CompleteAsync();
        return call.ResponseStream.Current;
    }
}
