using System.Net;
using Grpc.Health.V1;
using Grpc.Reflection.V1;
using Suite.ServiceDefaults.Identity;

namespace Suite.Directory.Tests.Api;

public sealed class HealthTests(DirectoryFixture directory) : IClassFixture<DirectoryFixture>
{
    [Fact]
    public async Task Check_Started_Serving()
    {
        var answer = await new Health.HealthClient(directory.Host.GrpcInvoker()).CheckAsync(new() { Service = "suite.directory.v1.UnitService" });
        answer.Status.ShouldBe(HealthCheckResponse.Types.ServingStatus.Serving);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Get_Probe_Ok(string path) =>
        (await directory.Host.HttpClient().GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task Reflection_ListServices_NamesAllServices()
    {
        using var call = new ServerReflection.ServerReflectionClient(directory.Host.GrpcInvoker()).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(new() { ListServices = "" });
        await call.RequestStream.CompleteAsync();
        (await call.ResponseStream.MoveNext(CancellationToken.None)).ShouldBeTrue();
        call.ResponseStream.Current.ListServicesResponse.Service.Select(s => s.Name).ShouldBe(
            [.. RightsMatrix.Methods.Where(m => m.Method.File.Package == "suite.directory.v1").Select(m => m.Method.Service.FullName).Distinct(),
             "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection"], ignoreOrder: true);
    }
}
